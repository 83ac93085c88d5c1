import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { plainLine } from '../../model/plainLine.ts';
import type { Feedback } from '../../model/state.ts';
import { plainName } from '../knowledge/words.ts';
import { nameWord } from '../words/whose.ts';
import { cancelled, pick } from './ask.ts';
import { knowledgeItem } from './chosenKnowledge.ts';
import { plainIcons } from './chosenRecord.ts';
import { chosenTheme } from './chosenTheme.ts';
import type { Deps } from './deps.ts';

/** What a tour is made of, in its order. */
export type Source = { title: string; notes: KnowledgeNote[]; feedback: Feedback[] };

/** All that was said on lines of the pull request of some feedback, a piece for each thread, oldest first. */
export function conversationOf({ store }: Pick<Deps, 'store'>, feedback: Feedback): Source {
  const { pullRequest } = feedback;
  if (!pullRequest) return { title: plainLine(feedback.body, 60), notes: [], feedback: [feedback] };
  const { repository, number, title } = pullRequest;
  const said = store.feedback.filter(
    (one) =>
      one.pullRequest?.repository === repository && one.pullRequest.number === number && one.path !== null,
  );
  return { title: plainLine(title, 80), notes: [], feedback: said.toSorted(byTime) };
}

const byTime = (one: Feedback, other: Feedback) =>
  one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0;

/** Asks what the tour shall be made of, and in which order. Throws 'not-found', 'cancelled'. */
export async function askSource(deps: Deps): Promise<Source> {
  const { store } = deps;
  const onCode = store.feedback.filter(({ path }) => path !== null);
  const ways = [
    ...(store.knowledge.length > 0
      ? [{ label: `$(book) ${vscode.l10n.t('Knowledge notes…')}`, value: 'notes' as const }]
      : []),
    ...(onCode.length > 0
      ? [
          {
            label: `$(comment-discussion) ${vscode.l10n.t('The conversation of a review…')}`,
            value: 'review' as const,
          },
          { label: `$(layers) ${vscode.l10n.t('The feedback of a theme…')}`, value: 'theme' as const },
        ]
      : []),
  ];
  if (ways.length === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('A tour is made of knowledge notes or of feedback on code. There is neither yet.'),
    );
  const way = ways.length === 1 ? ways[0]!.value : await pick(vscode.l10n.t('Make a tour of what?'), ways);
  if (way === 'notes') return askNotes(store.knowledge);
  if (way === 'review') {
    const source = await askReview(deps, onCode);
    return { ...source, feedback: await inOrder(source.feedback, feedbackItem) };
  }
  const theme = await chosenTheme(deps, undefined, vscode.l10n.t('The feedback of which theme?'));
  const feedback = theme.feedbackIds.flatMap((id) => store.feedback.find((one) => one.id === id) ?? []);
  return { title: plainLine(theme.name, 80), notes: [], feedback: await inOrder(feedback, feedbackItem) };
}

export async function askNotes(notes: readonly KnowledgeNote[]): Promise<Source> {
  const chosen = await inOrder(notes.toReversed(), knowledgeItem);
  return { title: vscode.l10n.t('Good to know'), notes: chosen, feedback: [] };
}

async function askReview(deps: Deps, onCode: readonly Feedback[]): Promise<Source> {
  const pulls = new Map<string, Feedback>();
  for (const item of onCode)
    if (item.pullRequest) pulls.set(`${item.pullRequest.repository}#${item.pullRequest.number}`, item);
  const chosen = await pick(
    vscode.l10n.t('The conversation on which pull request?'),
    [...pulls].map(([name, item]) => ({
      label: plainIcons(plainLine(item.pullRequest!.title, 80)),
      description: plainIcons(name),
      value: item,
    })),
  );
  return conversationOf(deps, chosen);
}

function feedbackItem(item: Feedback): vscode.QuickPickItem & { value: Feedback } {
  const about = [
    nameWord(item.author),
    item.path && plainName(item.path),
    item.isPrivate && vscode.l10n.t('private'),
  ];
  return {
    label: plainIcons(plainLine(item.body, 100)) || vscode.l10n.t('(no words)'),
    description: plainIcons(about.filter(Boolean).join(' · ')),
    value: item,
  };
}

/** Several of a list, in the order in which somebody ticks them. */
function inOrder<T>(
  all: readonly T[],
  itemOf: (one: T) => vscode.QuickPickItem & { value: T },
): Promise<T[]> {
  const list = vscode.window.createQuickPick<vscode.QuickPickItem & { value: T }>();
  list.canSelectMany = true;
  list.matchOnDescription = true;
  list.items = all.map(itemOf);
  list.title = vscode.l10n.t('Steps of the tour, in the order in which you tick them');
  list.placeholder = vscode.l10n.t('Everybody who has the repository will be able to read the tour');
  let order: T[] = [];
  return new Promise<T[]>((resolve, reject) => {
    list.onDidChangeSelection((selected) => {
      const now = selected.map(({ value }) => value);
      order = [...order.filter((one) => now.includes(one)), ...now.filter((one) => !order.includes(one))];
    });
    list.onDidAccept(() => {
      if (order.length === 0) return;
      resolve(order);
      list.hide();
    });
    list.onDidHide(() => {
      list.dispose();
      reject(cancelled());
    });
    list.show();
  });
}
