import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Pairing } from '../../model/session.ts';
import { turnsOf } from '../../sessions/keyboard.ts';
import { languageTag } from '../words/language.ts';
import { inQuotes } from '../words/pairingNames.ts';
import { nameWord } from '../words/whose.ts';

/** What is known of a pairing that ends. */
export type Ended = {
  pairing: Pairing;
  goal: string | null;
  /** On the pairing's branch, oldest first. Untrusted. */
  commits: readonly { oid: string; subject: string }[];
  /** The commit on the base branch, `null` where there is none. */
  squashed: { commit: string; subject: string } | null;
  now: Date;
};

const mostTurns = 200;
const mostCommits = 100;
const longestCell = 300;
/** What `mob` writes for build servers. */
const forMachines = ' [ci-skip] [ci skip] [skip ci]';

/**
 * The text with which the session of a pairing begins: its turns and its commits. It is made once and is its
 * author's from then on. `blank` is what any session's text begins with. What others said in their handoffs stands in it as plain words: no list with boxes and no
 * table of topics, so that nothing of it is taken for a promise of the author's.
 */
export function sessionText({ pairing, goal, commits, squashed, now }: Ended, blank: string): string {
  const facts = [
    ...(goal === null ? [] : [vscode.l10n.t('Worked on the goal “{0}”.', words(goal))]),
    vscode.l10n.t('Branch: {0}, onto {1}.', words(inQuotes(pairing.branch)), words(inQuotes(pairing.base))),
  ];
  return [
    blank.trimEnd(),
    facts.join('\n\n'),
    `## ${vscode.l10n.t('Turns')}`,
    turnsTable(pairing, now),
    ...(commits.length + (squashed ? 1 : 0) === 0
      ? []
      : [`## ${vscode.l10n.t('Commits')}`, commitLines(commits, squashed)]),
    '',
  ].join('\n\n');
}

function turnsTable(pairing: Pairing, now: Date): string {
  const head = [
    vscode.l10n.t('Who drove'),
    vscode.l10n.t('From'),
    vscode.l10n.t('Minutes'),
    vscode.l10n.t('Done'),
    vscode.l10n.t('Then'),
    vscode.l10n.t('Unclear'),
  ];
  const time = new Intl.DateTimeFormat(languageTag(), { timeStyle: 'short' });
  const rows = turnsOf(pairing, now)
    .slice(0, mostTurns)
    .map(({ driver, startedAt, endedAt }, at) => {
      const begun = new Date(startedAt);
      const minutes = Math.max(0, Math.round((Date.parse(endedAt) - begun.getTime()) / 60_000));
      const { done = '', todo = '', unclear = '', failing = null } = pairing.handoffs[at] ?? {};
      const open = failing === null ? unclear : [unclear, failing].filter(Boolean).join('; ');
      const from = Number.isNaN(begun.getTime()) ? '' : time.format(begun);
      return [nameWord(driver), from, String(minutes), done, todo, open];
    });
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

function commitLines(commits: Ended['commits'], squashed: Ended['squashed']): string {
  const line = (oid: string, subject: string) =>
    `- ${oid.slice(0, 10)} ${words(subject.replace(forMachines, ''))}`;
  const rest = commits.length - mostCommits;
  return [
    ...(squashed ? [line(squashed.commit, squashed.subject)] : []),
    ...commits
      .slice(0, mostCommits)
      .map(({ oid, subject }) => `${squashed ? '  ' : ''}${line(oid, subject)}`),
    ...(rest > 0 ? [vscode.l10n.t('- and {0} more', rest)] : []),
  ].join('\n');
}

/** Somebody's words on one line. */
const words = (text: string) => plainLine(text, longestCell);
const cell = (text: string) => (text === '---' ? text : words(text).replaceAll('|', '\\|'));
