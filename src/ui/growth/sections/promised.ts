import * as vscode from 'vscode';
import type { Promised, PromiseState } from '../../../growth/panel/promises.ts';
import { plural } from '../../words/language.ts';
import type { Section } from '../panelProtocol.ts';
import { binHead, binName, binTick, undatedNote } from '../panelWords.ts';
import { type Around, section } from './section.ts';

const shown: { states: PromiseState[]; key: string; look: 'solid' | 'dotted' | 'hatched' | 'hollow' }[] = [
  { states: ['inTime'], key: 'first', look: 'solid' },
  { states: ['done'], key: 'first', look: 'dotted' },
  { states: ['late'], key: 'second', look: 'hatched' },
  { states: ['open'], key: 'quiet', look: 'hollow' },
  { states: ['overdue'], key: 'third', look: 'hollow' },
];

/** What became of next actions, by the month in which they were promised. */
export function promisedSection({ panel: { promised, period }, when }: Around): Section {
  const { total, counts, bins } = promised;
  const used = shown.filter(({ states }) => states.some((state) => counts[state] > 0));
  const title = vscode.l10n.t('Promises');
  return section({
    id: 'promised',
    title,
    summary: summaryOf(promised, when),
    notes: [
      ...(total > 0 ? [vscode.l10n.t('By the month in which they were promised.')] : []),
      ...undatedNote(promised.undated),
    ],
    figures:
      total === 0
        ? []
        : [
            {
              id: 'promises',
              title: null,
              chart: {
                kind: 'months',
                label: `${title}: ${partsOf(promised)}`,
                series: used.map(({ states, key, look }) => ({ key, look, label: stateWord(states[0]!) })),
                months: bins.map((bin) => ({
                  tick: binTick(bin, bins),
                  name: binName(bin),
                  values: used.map(({ states }) => sum(states.map((state) => bin.counts[state]))),
                })),
              },
              table: {
                caption: title,
                head: [binHead(period.bins), ...used.map(({ states }) => stateWord(states[0]!))],
                rows: bins.map((bin) => [
                  binName(bin),
                  ...used.map(({ states }) => String(sum(states.map((state) => bin.counts[state])))),
                ]),
              },
            },
          ],
  });
}

function summaryOf(promised: Promised, when: string): string {
  const { total } = promised;
  if (total === 0) return vscode.l10n.t('No next actions were promised, {0}.', when);
  return plural(
    total,
    vscode.l10n.t('1 next action was promised, {0}: {1}.', when, partsOf(promised)),
    vscode.l10n.t('{0} next actions were promised, {1}: {2}.', total, when, partsOf(promised)),
  );
}

const partsOf = ({ counts }: Promised): string =>
  shown
    .flatMap(({ states }) => states)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${stateWord(state)}`)
    .join(', ');

function stateWord(state: PromiseState): string {
  return {
    inTime: vscode.l10n.t('kept in time'),
    done: vscode.l10n.t('kept, without a date'),
    late: vscode.l10n.t('kept late'),
    open: vscode.l10n.t('open'),
    overdue: vscode.l10n.t('open past the date'),
  }[state];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
