import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import { heldName, topicsWords } from '../sessionsView/words.ts';
import { ask, pick } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Deps } from './deps.ts';

/** What a step is about: a goal by its id, or a part of the system. */
export type About = { goal: string; part: null } | { goal: null; part: string };
/** What shows it. */
export type Evidence = { session: string | null; url: string | null; isReached: boolean };

/** Sessions and pull requests on offer, the newest; an older one is given by its address. */
const onOffer = 30;

/** Throws 'cancelled'. */
export async function askAbout({ store }: Deps): Promise<About> {
  const goals = store.goals.filter(({ status }) => status === 'active');
  const parts = store.scaffolds.flatMap(({ part }) => (part === null ? [] : [part]));
  const another = { label: `$(add) ${vscode.l10n.t('A part of the system…')}`, value: null };
  const about = await pick<About | null>(vscode.l10n.t('For which goal, or which part of the system?'), [
    ...goals.map(({ id, title }) => ({
      label: `$(target) ${plainIcons(plainLine(title, 120))}`,
      value: { goal: id, part: null },
    })),
    ...parts.map((part) => ({
      label: `$(package) ${plainIcons(plainLine(part, 120))}`,
      value: { goal: null, part },
    })),
    another,
  ]);
  if (about) return about;
  const part = await ask({
    prompt: vscode.l10n.t('Which part of the system?'),
    placeHolder: vscode.l10n.t('The release, the on-call rotation, the payment service'),
    validate: (text) =>
      text.trim() === '' || text.length > 200 ? vscode.l10n.t('Name it in 1 to 200 characters.') : undefined,
  });
  return { goal: null, part: part.trim() };
}

/** Throws 'cancelled'. @param isReached then it can be taken back */
export async function askEvidence(deps: Deps, isReached: boolean): Promise<Evidence> {
  const { store } = deps;
  const now = new Date();
  const sessions = store.sessions.filter(({ heldAt }) => heldAt !== null).slice(-onOffer);
  const pulls = store.pullRequests.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, onOffer);
  const chosen = await pick<Evidence | 'address'>(vscode.l10n.t('Which session or pull request shows it?'), [
    ...sessions.toReversed().map((session) => ({
      label: `$(notebook) ${plainIcons(heldName(session, now))}`,
      description: plainIcons(topicsWords(session)),
      value: { session: session.id, url: null, isReached: true },
    })),
    ...pulls.map(({ repository, number, title, url }) => ({
      label: `$(git-pull-request) ${plainIcons(`${repository}#${number}`)}`,
      description: plainIcons(plainLine(title, 120)),
      value: { session: null, url, isReached: true },
    })),
    { label: `$(link) ${vscode.l10n.t('Another address…')}`, value: 'address' as const },
    {
      label: `$(dash) ${vscode.l10n.t('Nothing to point at')}`,
      value: { session: null, url: null, isReached: true },
    },
    ...(isReached
      ? [
          {
            label: `$(discard) ${vscode.l10n.t('It was not reached: take it back')}`,
            value: { session: null, url: null, isReached: false },
          },
        ]
      : []),
  ]);
  if (chosen !== 'address') return chosen;
  const url = await ask({
    prompt: vscode.l10n.t('Which address shows it?'),
    placeHolder: 'https://github.com/owner/name/pull/12',
    validate: (text) =>
      /^https?:\/\/\S{1,1900}$/.test(text.trim())
        ? undefined
        : vscode.l10n.t('An address begins with https://.'),
  });
  return { session: null, url: url.trim(), isReached: true };
}
