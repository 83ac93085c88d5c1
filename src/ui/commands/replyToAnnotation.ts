import * as vscode from 'vscode';
import { newId } from '../../journal/id.ts';
import { longestBody } from './addAnnotation.ts';
import { ask, invalid, textArgument } from './ask.ts';
import { chosenAnnotation, fromEditor } from './chosenAnnotation.ts';
import type { Command } from './deps.ts';

/** `cairn.replyToAnnotation(annotation?, body?)`: answers a note. Returns `{id}` of the answer. */
export const replyToAnnotation: Command = async (deps, value, second) => {
  const { id: annotation } = await chosenAnnotation(deps, value);
  const drawn = fromEditor(value);
  const text = drawn ? textIn(value) : textArgument(second, 'body', longestBody);
  if (!drawn || (text === undefined && drawn.draftId === undefined)) {
    const body = text ?? (await ask({ prompt: vscode.l10n.t('Your answer') }));
    return reply(body);
  }
  const { boxes, keeper, threads } = await deps.annotations.load();
  const id = drawn.draftId ?? keeper.take(boxes.boxOf(drawn.thread));
  try {
    const made = await reply(text ?? '');
    await keeper.done(id);
    threads.finish(drawn.thread, id);
    return made;
  } catch (error) {
    await keeper.giveBack(id);
    throw error;
  }

  async function reply(body: string): Promise<{ id: string }> {
    if (body.trim() === '') throw invalid(vscode.l10n.t('Write something first.'));
    const id = newId();
    await deps.store.perform([{ type: 'annotation.replied', payload: { annotation, reply: id, body } }]);
    return { id };
  }
};

/** What stands in a box, or in a comment that is being written. */
export function textIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('text' in value && typeof value.text === 'string') return value.text;
  if (!('body' in value)) return undefined;
  const { body } = value;
  return typeof body === 'string' ? body : body instanceof vscode.MarkdownString ? body.value : undefined;
}
