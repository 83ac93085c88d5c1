import * as vscode from 'vscode';
import type { NewEvent } from '../../model/events.ts';
import { excerptOf } from '../../model/excerpt.ts';
import { type Feedback, type Tag, tags } from '../../model/state.ts';
import { argumentAfter } from '../feedback/targets.ts';
import { tagName } from '../words/tags.ts';
import { pick, wordArgument } from './ask.ts';
import { chosenFeedback } from './chosenFeedback.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';

/** `cairn.tagFeedback(feedback?, 'keep' | 'stop' | 'start'?)`: feedback by id, tree item, selection or thread. */
export const tagFeedback: Command = async (deps, ...args) => {
  const given = wordArgument(argumentAfter(args), 'tag', tags);
  const items = await chosenFeedback(deps, args);
  await putTag(deps, items, given ?? (await askTag(items)));
};

export const tagKeep: Command = async (deps, ...args) =>
  putTag(deps, await chosenFeedback(deps, args), 'keep');
export const tagStop: Command = async (deps, ...args) =>
  putTag(deps, await chosenFeedback(deps, args), 'stop');
export const tagStart: Command = async (deps, ...args) =>
  putTag(deps, await chosenFeedback(deps, args), 'start');
export const untagFeedback: Command = async (deps, ...args) =>
  putTag(deps, await chosenFeedback(deps, args), null);

async function putTag({ store, feedbackView }: Deps, items: Feedback[], tag: Tag | null): Promise<void> {
  releaseRows();
  const act = async () => {
    await store.perform(eventsOf(store, items, tag));
  };
  await feedbackView.moveOn(items, act);
}

function eventsOf(store: Deps['store'], items: Feedback[], tag: Tag | null): NewEvent[] {
  return items.flatMap((item) => [
    {
      type: 'feedback.tagged' as const,
      payload: { feedback: item.id, tag, excerpt: excerptFor(store, item) },
    },
    // Who tags it wants it in view.
    ...(item.isSetAside && tag !== null
      ? [{ type: 'feedback.setAside' as const, payload: { feedback: item.id, isSetAside: false } }]
      : []),
  ]);
}

/** The excerpt that goes into the journal with an act. */
export function excerptFor(store: Deps['store'], item: Feedback) {
  return excerptOf(item, item.pullRequest ? (store.record(item.pullRequest)?.isPrivate ?? null) : null);
}

function askTag(items: Feedback[]): Promise<Tag> {
  const suggested = items.length === 1 ? items[0]?.suggestedTag : null;
  const choices = [
    {
      label: `$(pass) ${tagName('keep')}`,
      detail: vscode.l10n.t('Do more of it.'),
      value: 'keep' as const,
    },
    {
      label: `$(circle-slash) ${tagName('stop')}`,
      detail: vscode.l10n.t('No longer do it.'),
      value: 'stop' as const,
    },
    {
      label: `$(arrow-circle-right) ${tagName('start')}`,
      detail: vscode.l10n.t('Begin to do it.'),
      value: 'start' as const,
    },
  ].map((choice) => ({
    ...choice,
    description: choice.value === suggested ? vscode.l10n.t('suggested') : '',
  }));
  choices.sort((a, b) => Number(b.value === suggested) - Number(a.value === suggested));
  return pick(vscode.l10n.t('What does it ask you to do?'), choices);
}
