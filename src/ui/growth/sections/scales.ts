import * as vscode from 'vscode';
import type { FirstApproved, OwnScales } from '../../../growth/panel/scales.ts';
import type { Scale } from '../../../model/growth.ts';
import { plainLine } from '../../../model/plainLine.ts';
import { plural } from '../../words/language.ts';
import { nameWord } from '../../words/whose.ts';
import type { Figure, Section } from '../panelProtocol.ts';
import { dayWords, numberWords, ticksOf, undatedNote } from '../panelWords.ts';
import { type Around, section } from './section.ts';

/** A mentee's own scales, and how long their first approved change took. */
export function scalesSection(around: Around): Section {
  const { panel, mentee, isMentee, when } = around;
  const { scales } = panel;
  const answers = scales.scales.reduce((sum, { answers }) => sum + answers.length, 0);
  return section({
    id: 'scales',
    title: isMentee
      ? vscode.l10n.t('Your own scales')
      : vscode.l10n.t('What {0} shares of their own scales', nameWord(mentee ?? '')),
    summary:
      answers === 0
        ? vscode.l10n.t('No answers, {0}.', when)
        : plural(
            answers,
            vscode.l10n.t('1 answer, {0}: {1}.', when, lastOf(scales)),
            vscode.l10n.t('{0} answers, {1}; the last ones: {2}.', answers, when, lastOf(scales)),
          ),
    notes: [
      ...(isMentee && answers > 0 ? [privacy(scales)] : []),
      ...panel.scales.firstApproved.slice(0, 6).map(approvedNote),
      ...undatedNote(scales.undated),
    ],
    figures: figures(around),
    offers: isMentee ? [{ label: vscode.l10n.t('Answer now'), act: { act: 'answerScales' } }] : [],
  });
}

function privacy({ scales, isPrivate }: OwnScales): string {
  if (isPrivate) return vscode.l10n.t('Only you see your answers, until you share one.');
  const shared = scales.flatMap(({ answers }) => answers).filter((answer) => !answer.isPrivate).length;
  return plural(
    shared,
    vscode.l10n.t('1 of these answers is shared with your space.'),
    vscode.l10n.t('{0} of these answers are shared with your space.', shared),
  );
}

function scaleWord(scale: Scale): string {
  return {
    confidence: vscode.l10n.t('confidence'),
    autonomy: vscode.l10n.t('autonomy'),
    escalations: vscode.l10n.t('times you had to escalate'),
  }[scale];
}

const valueWords = (scale: Scale, value: number): string =>
  scale === 'escalations' ? numberWords(value) : vscode.l10n.t('{0} of 5', numberWords(value, 1));

const lastOf = ({ scales }: OwnScales): string =>
  scales
    .map(({ scale, answers }) => `${scaleWord(scale)} ${valueWords(scale, answers.at(-1)!.value)}`)
    .join(', ');

function approvedNote({ repository, weeks, isApproved, pullRequest, at }: FirstApproved): string {
  const name = plainLine(repository, 100);
  if (!isApproved) return vscode.l10n.t('{0}: no approved pull request is known yet.', name);
  if (weeks === null || pullRequest === null || at === null)
    return vscode.l10n.t('{0}: the clocks do not tell when the first change was approved.', name);
  const long =
    weeks < 1
      ? vscode.l10n.t('less than a week')
      : plural(
          Math.round(weeks * 10) / 10,
          vscode.l10n.t('1 week'),
          vscode.l10n.t('{0} weeks', numberWords(weeks, 1)),
        );
  return vscode.l10n.t(
    '{0}: first approved change, #{1}, {2} after the first pull request ({3}), as far as Cairn has pulled.',
    name,
    pullRequest.number,
    long,
    dayWords(Date.parse(at)),
  );
}

function figures({ panel: { scales, period }, now }: Around): Figure[] {
  const looks = { confidence: 'solid', autonomy: 'hatched', escalations: 'solid' } as const;
  const keys = { confidence: 'first', autonomy: 'second', escalations: 'third' } as const;
  const make = (id: string, title: string, names: readonly Scale[], max?: number): Figure[] => {
    const some = scales.scales.filter(({ scale }) => names.includes(scale));
    if (some.length === 0) return [];
    return [
      {
        id,
        title,
        chart: {
          ...{ kind: 'lines', label: title, isSteps: true, from: period.from, to: now.getTime() },
          ...(max === undefined ? {} : { max }),
          ticks: ticksOf(period),
          series: some.map(({ scale, answers }) => ({
            ...{ key: keys[scale], look: looks[scale], label: scaleWord(scale) },
            points: answers.map(({ at, value }) => ({
              ...{ x: at, y: Math.min(value, max ?? value) },
              name: `${dayWords(at)}: ${scaleWord(scale)} ${valueWords(scale, value)}`,
            })),
          })),
        },
        table: {
          caption: title,
          head: [vscode.l10n.t('Day'), vscode.l10n.t('Scale'), vscode.l10n.t('Answer')],
          rows: some.flatMap(({ scale, answers }) =>
            answers.map(({ at, value }) => [dayWords(at), scaleWord(scale), valueWords(scale, value)]),
          ),
        },
      },
    ];
  };
  return [
    ...make('own', vscode.l10n.t('Confidence and autonomy, 1 to 5'), ['confidence', 'autonomy'], 5),
    ...make('escalations', vscode.l10n.t('Escalations in four weeks'), ['escalations']),
  ];
}
