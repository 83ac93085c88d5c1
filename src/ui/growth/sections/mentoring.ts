import * as vscode from 'vscode';
import type { Mentoring } from '../../../growth/panel/mentoring.ts';
import { enough } from '../../../growth/panel/spread.ts';
import { plural } from '../../words/language.ts';
import type { Section } from '../panelProtocol.ts';
import { binHead, binName, binTick, numberWords, shareWords, ticksOf } from '../panelWords.ts';
import { type Around, section } from './section.ts';

const traits = [
  { of: 'withReason', key: 'first', look: 'solid' },
  { of: 'withQuestion', key: 'second', look: 'hatched' },
  { of: 'withLabel', key: 'third', look: 'hollow' },
] as const;

/** A mentor's own feedback and the time that mentoring takes them, for themselves. */
export function mentoringSections(around: Around): Section[] {
  const { mentoring } = around.panel;
  return mentoring === null ? [] : [own(mentoring, around), time(mentoring, around)];
}

function traitWord(trait: (typeof traits)[number]['of']): string {
  return {
    withReason: vscode.l10n.t('with a reason'),
    withQuestion: vscode.l10n.t('with a question'),
    withLabel: vscode.l10n.t('with a label'),
  }[trait];
}

function own({ own: { bins, total } }: Mentoring, { panel: { period }, when, now }: Around): Section {
  const { comments } = total;
  const parts = traits.map(({ of }) => `${shareWords(total[of], comments)} ${traitWord(of)}`).join(', ');
  const title = vscode.l10n.t('Your own feedback');
  return section({
    id: 'own',
    title,
    summary:
      comments === 0
        ? vscode.l10n.t('No review comments of yours are known, {0}.', when)
        : plural(
            comments,
            vscode.l10n.t('1 review comment of yours, {0}: {1}.', when, parts),
            vscode.l10n.t('{0} review comments of yours, {1}: {2}.', comments, when, parts),
          ),
    notes: [
      vscode.l10n.t('Only you see this. There is no right share; look at how yours move.'),
      ...(comments > 0 && bins.some((bin) => bin.comments > 0 && bin.comments < enough)
        ? [
            vscode.l10n.t(
              'Where there were fewer than {0} comments, the lines are broken: the table has the numbers.',
              enough,
            ),
          ]
        : []),
    ],
    figures:
      comments === 0
        ? []
        : [
            {
              id: 'own',
              title: null,
              chart: bins.some((bin) => bin.comments >= enough)
                ? {
                    ...{ kind: 'lines', label: `${title}: ${parts}`, isSteps: false, max: 100 },
                    ...{ from: period.from, to: now.getTime(), ticks: ticksOf(period), valueWords: '{0} %' },
                    series: traits.map(({ of, key, look }) => ({
                      ...{ key, look, label: traitWord(of) },
                      points: bins.map((bin) => ({
                        // In the middle of its stretch, and not after now.
                        x: Math.min((bin.from + bin.until) / 2, now.getTime()),
                        y: bin.comments < enough ? null : (100 * bin[of]) / bin.comments,
                        name: `${binName(bin)}: ${shareWords(bin[of], bin.comments)} ${traitWord(of)}`,
                      })),
                    })),
                  }
                : null,
              table: {
                caption: title,
                head: [
                  binHead(period.bins),
                  vscode.l10n.t('Comments'),
                  ...traits.map(({ of }) => traitWord(of)),
                ],
                rows: bins.map((bin) => [
                  binName(bin),
                  String(bin.comments),
                  ...traits.map(({ of }) => String(bin[of])),
                ]),
              },
            },
          ],
    offers: [{ label: vscode.l10n.t('Show it month by month'), act: { act: 'showReviewTrend' } }],
  });
}

const sizes = { month: 1, quarter: 3, year: 12 };
const hours = (minutes: number) => Math.round(minutes / 6) / 10;

function time({ time }: Mentoring, { panel: { period }, when }: Around): Section {
  const { bins, minutes, sessions, unknown, hoursPerMonth } = time;
  const size = period.bins[0]?.size ?? 'month';
  const budget = hoursPerMonth === null ? null : hoursPerMonth * sizes[size];
  const title = vscode.l10n.t('Time that mentoring takes you');
  const over = budget === null ? 0 : bins.filter((bin) => bin.minutes > budget * 60).length;
  const taken = plural(
    sessions,
    vscode.l10n.t('{0} hours in 1 session or pairing, {1}.', numberWords(hours(minutes), 1), when),
    vscode.l10n.t(
      '{0} hours in {1} sessions and pairings, {2}.',
      numberWords(hours(minutes), 1),
      sessions,
      when,
    ),
  );
  const against =
    budget === null
      ? ''
      : vscode.l10n.t(
          '{0} of {1} months took more than the {2} hours a month that you set.',
          over,
          bins.length,
          numberWords(hoursPerMonth!, 1),
        );
  return section({
    id: 'time',
    title,
    summary:
      sessions === 0
        ? vscode.l10n.t('No session of yours was held, {0}.', when)
        : [taken, size === 'month' ? against : ''].filter(Boolean).join(' '),
    notes: [
      vscode.l10n.t(
        'Only what Cairn knows: sessions with a length, and pairings. Reviews and preparation are not in it.',
      ),
      ...(unknown > 0
        ? [
            plural(
              unknown,
              vscode.l10n.t('1 has no known length, so it was more than this.'),
              vscode.l10n.t('{0} have no known length, so it was more than this.', unknown),
            ),
          ]
        : []),
    ],
    figures:
      sessions === 0
        ? []
        : [
            {
              id: 'hours',
              title: null,
              chart: {
                kind: 'months',
                label: taken,
                series: [{ key: 'first', label: vscode.l10n.t('hours'), look: 'solid' }],
                months: bins.map((bin) => ({
                  tick: binTick(bin, bins),
                  name: binName(bin),
                  values: [hours(bin.minutes)],
                })),
                ...(budget === null
                  ? {}
                  : {
                      reference: {
                        value: budget,
                        label: vscode.l10n.t('your budget: {0} hours', numberWords(budget, 1)),
                      },
                    }),
              },
              table: {
                caption: title,
                head: [binHead(period.bins), vscode.l10n.t('Hours')],
                rows: bins.map((bin) => [binName(bin), numberWords(hours(bin.minutes), 1)]),
              },
            },
          ],
  });
}
