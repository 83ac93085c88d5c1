import * as vscode from 'vscode';
import { type Followed, followStatuses } from '../../../growth/panel/followed.ts';
import { enough } from '../../../growth/panel/spread.ts';
import type { FollowThrough } from '../../../model/growth.ts';
import { plural } from '../../words/language.ts';
import type { Figure, Section } from '../panelProtocol.ts';
import { daysWords, halfWords, listWords } from '../panelWords.ts';
import { type Around, section } from './section.ts';

/** How long it takes from a comment to what was done about it, and what became of commented lines. */
export function followedSection({ panel: { followed }, isFollowing, when }: Around): Section {
  return section({
    id: 'followed',
    title: vscode.l10n.t('From feedback to action'),
    summary: summaryOf(followed, isFollowing, when),
    notes: notesOf(followed),
    figures:
      followed.looked === 0
        ? []
        : [statuses(followed), ...(followed.days.length > 0 ? [days(followed)] : [])],
  });
}

function summaryOf({ spread, days, looked, pending }: Followed, isFollowing: boolean, when: string): string {
  if (looked + pending === 0) return vscode.l10n.t('No comments on lines, {0}.', when);
  if (spread)
    return vscode.l10n.t(
      'Lines were changed {0} after the comment (the middle of {1}; {2}), {3}.',
      daysWords(spread.median),
      spread.count,
      halfWords(spread),
      when,
    );
  if (looked === 0)
    return isFollowing
      ? vscode.l10n.t('What became of the commented lines is being worked out…')
      : vscode.l10n.t('It is not known yet what became of the commented lines, {0}.', when);
  return vscode.l10n.t(
    'Not enough yet to say how long it takes, {0}: {1} of the {2} changes that it needs.',
    when,
    days.length,
    enough,
  );
}

function notesOf({ merge, counts, pending, undated }: Followed): string[] {
  const acted = counts.changed + counts.removed;
  const parts = [
    merge.before > 0 && vscode.l10n.t('{0} before the merge', merge.before),
    merge.after > 0 && vscode.l10n.t('{0} after it', merge.after),
    merge.unknown > 0 && vscode.l10n.t('{0} at a time that is not known', merge.unknown),
  ].filter((part) => part !== false);
  return [
    ...(acted > 0
      ? [vscode.l10n.t('Of {0} whose lines were changed or removed: {1}.', acted, listWords(parts))]
      : []),
    ...(pending > 0
      ? [
          plural(
            pending,
            vscode.l10n.t('1 more comment has not been looked at yet.'),
            vscode.l10n.t('{0} more comments have not been looked at yet.', pending),
          ),
        ]
      : []),
    ...(undated > 0
      ? [
          plural(
            undated,
            vscode.l10n.t('1 has a change whose time is not known, or lies before the comment.'),
            vscode.l10n.t('{0} have a change whose time is not known, or lies before the comment.', undated),
          ),
        ]
      : []),
    vscode.l10n.t('Not every comment asks for a change: an unchanged line is no failure.'),
  ];
}

const looks = {
  changed: ['first', 'solid'],
  removed: ['first', 'hatched'],
  moved: ['second', 'dotted'],
  unchanged: ['second', 'hollow'],
  unknown: ['quiet', 'hollow'],
} as const;

function statuses({ counts, looked }: Followed): Figure {
  const rows = followStatuses.filter((status) => counts[status] > 0);
  const title = vscode.l10n.t('What became of the commented lines');
  return {
    id: 'statuses',
    title,
    chart: {
      kind: 'bars',
      label: `${title}: ${rows.map((status) => `${statusWord(status)} ${counts[status]}`).join(', ')}`,
      rows: rows.map((status) => ({
        key: looks[status][0],
        look: looks[status][1],
        name: statusWord(status),
        value: counts[status],
        text: String(counts[status]),
      })),
    },
    table: {
      caption: vscode.l10n.t('{0}, of {1} comments', title, looked),
      head: [vscode.l10n.t('What became of them'), vscode.l10n.t('Comments')],
      rows: followStatuses.map((status) => [statusWord(status), String(counts[status])]),
    },
  };
}

function statusWord(status: FollowThrough['status']): string {
  return {
    changed: vscode.l10n.t('changed'),
    removed: vscode.l10n.t('removed'),
    moved: vscode.l10n.t('moved, not changed'),
    unchanged: vscode.l10n.t('not changed'),
    unknown: vscode.l10n.t('unknown'),
  }[status];
}

function days({ bins, days: all }: Followed): Figure {
  const title = vscode.l10n.t('Days until the change');
  const name = (at: number) => {
    const [from, to] = [bins[at - 1]?.upTo ?? 0, bins[at]!.upTo];
    if (to === null) return vscode.l10n.t('more than {0} days', from);
    if (from === 0) return vscode.l10n.t('within a day');
    return vscode.l10n.t('{0} to {1} days', from, to);
  };
  return {
    id: 'days',
    title,
    chart: {
      kind: 'bars',
      label: `${title}: ${bins.map(({ count }, at) => `${name(at)} ${count}`).join(', ')}`,
      rows: bins.map(({ count }, at) => ({
        ...{ key: 'first', look: 'solid', name: name(at), value: count, text: String(count) },
      })),
    },
    table: {
      caption: vscode.l10n.t('{0}, of {1} changes', title, all.length),
      head: [title, vscode.l10n.t('Comments')],
      rows: bins.map(({ count }, at) => [name(at), String(count)]),
    },
  };
}
