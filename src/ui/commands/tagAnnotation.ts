import * as vscode from 'vscode';
import { type Tag, tags } from '../../model/state.ts';
import { tagName } from '../words/tags.ts';
import { pick, wordArgument } from './ask.ts';
import { chosenAnnotation, fromEditor } from './chosenAnnotation.ts';
import type { Command } from './deps.ts';

/** `cairn.tagAnnotation(annotation?, 'keep' | 'stop' | 'start' | 'none'?)`: says what a note asks for. */
export const tagAnnotation: Command = async (deps, value, second) => {
  const given = fromEditor(value) ? undefined : wordArgument(second, 'tag', [...tags, 'none'] as const);
  const note = await chosenAnnotation(deps, value);
  const chosen = given ?? (await ask(note.tag));
  const tag = chosen === 'none' ? null : chosen;
  if (tag === note.tag) return;
  await deps.store.perform([{ type: 'annotation.tagged', payload: { annotation: note.id, tag } }]);
};

function ask(now: Tag | null): Promise<Tag | 'none'> {
  const choices: (vscode.QuickPickItem & { value: Tag | 'none' })[] = [
    { label: `$(pass) ${tagName('keep')}`, detail: vscode.l10n.t('Do more of it.'), value: 'keep' },
    { label: `$(circle-slash) ${tagName('stop')}`, detail: vscode.l10n.t('No longer do it.'), value: 'stop' },
    {
      label: `$(arrow-circle-right) ${tagName('start')}`,
      detail: vscode.l10n.t('Begin to do it.'),
      value: 'start',
    },
  ];
  if (now !== null) choices.push({ label: `$(close) ${vscode.l10n.t('No tag')}`, value: 'none' });
  for (const choice of choices) if (choice.value === now) choice.description = vscode.l10n.t('as it is now');
  return pick(vscode.l10n.t('What does it ask the mentee to do?'), choices);
}
