import * as vscode from 'vscode';
import type { Rhythm } from '../../../growth/panel/rhythm.ts';
import { plural } from '../../words/language.ts';
import { kindName } from '../../words/sessions.ts';
import type { Figure, Section } from '../panelProtocol.ts';
import { daysWords, dayWords, halfWords, ticksOf, undatedNote } from '../panelWords.ts';
import { type Around, section } from './section.ts';

/** Sessions that were held, and the days between check-ins against what was agreed. */
export function rhythmSection(around: Around): Section {
  const { panel, when } = around;
  const { rhythm } = panel;
  return section({
    id: 'rhythm',
    title: vscode.l10n.t('Sessions and the rhythm'),
    summary: summaryOf(rhythm, when),
    notes: notesOf(rhythm),
    figures: rhythm.gaps.length === 0 ? [] : [gaps(around)],
    offers: rhythm.count === 0 ? [{ label: vscode.l10n.t('Log a session'), act: { act: 'logSession' } }] : [],
  });
}

function summaryOf({ count, held, gaps, agreed, within, sinceLast }: Rhythm, when: string): string {
  if (count === 0) return vscode.l10n.t('No session was held, {0}.', when);
  const kinds = held.map(({ kind, count }) => `${kindName(kind)} ${count}`).join(', ');
  const sentences = [
    plural(
      count,
      vscode.l10n.t('1 session was held, {0}: {1}.', when, kinds),
      vscode.l10n.t('{0} sessions were held, {1}: {2}.', count, when, kinds),
    ),
  ];
  if (agreed !== null && gaps.length > 0)
    sentences.push(
      vscode.l10n.t(
        '{0} of {1} check-ins came within the agreed {2} after the one before.',
        within,
        gaps.length,
        daysWords(agreed),
      ),
    );
  if (sinceLast !== null && sinceLast > 0)
    sentences.push(vscode.l10n.t('The last check-in was {0} ago.', daysWords(sinceLast)));
  return sentences.join(' ');
}

function notesOf({ agreed, spread, longest, notHeld, undated, count, gaps }: Rhythm): string[] {
  return [
    ...(agreed === null && count > 0
      ? [vscode.l10n.t('No rhythm was agreed: it can be set with the space.')]
      : []),
    ...(spread
      ? [
          vscode.l10n.t(
            'From one check-in to the next: {0} (the middle of {1}; {2}), at most {3}.',
            daysWords(spread.median),
            spread.count,
            halfWords(spread),
            daysWords(longest ?? 0),
          ),
        ]
      : gaps.length > 0
        ? [vscode.l10n.t('Not enough yet to say what is usual: {0} of 5.', gaps.length)]
        : []),
    ...(notHeld > 0
      ? [
          plural(
            notHeld,
            vscode.l10n.t('1 that was planned has not been logged as held.'),
            vscode.l10n.t('{0} that were planned have not been logged as held.', notHeld),
          ),
        ]
      : []),
    ...undatedNote(undated),
  ];
}

function gaps({ panel: { rhythm, period }, now }: Around): Figure {
  const { gaps, agreed } = rhythm;
  const title = vscode.l10n.t('Days since the check-in before');
  return {
    id: 'gaps',
    title,
    chart: {
      ...{ kind: 'lines', label: title, isSteps: false, from: period.from, to: now.getTime() },
      ticks: ticksOf(period),
      series: [
        {
          ...{ key: 'first', label: title, look: 'solid' },
          points: gaps.map(({ at, days }) => ({
            x: at,
            y: days,
            name: `${dayWords(at)}: ${daysWords(days)}`,
          })),
        },
      ],
      ...(agreed !== null
        ? { reference: { value: agreed, label: vscode.l10n.t('agreed: {0}', daysWords(agreed)) } }
        : {}),
    },
    table: {
      caption: title,
      head: [vscode.l10n.t('Check-in'), title],
      rows: gaps.map(({ at, days }) => [dayWords(at), String(days)]),
    },
  };
}
