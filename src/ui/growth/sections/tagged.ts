import * as vscode from 'vscode';
import { noTags, sumOf, type Tagged } from '../../../growth/panel/tagged.ts';
import { clean } from '../../../model/cleanText.ts';
import { type Tag, tags } from '../../../model/state.ts';
import { cut } from '../../webview/read.ts';
import { plural } from '../../words/language.ts';
import { tagWord } from '../../words/tags.ts';
import type { Figure, Section } from '../panelProtocol.ts';
import { binHead, binName, binTick, numberWords, undatedNote } from '../panelWords.ts';
import { type Around, section } from './section.ts';

const looks = { keep: 'solid', stop: 'hatched', start: 'hollow' } as const;
/** More goals than these are in the table only. */
const mostGoals = 6;

/** Keep, stop and start over time, for all and for each goal. */
export function taggedSection({ panel: { tagged, goal, period }, held, when }: Around): Section {
  const total = sumOf(tagged.counts);
  const counted = tags.map((tag) => `${numberWords(tagged.counts[tag])} ${tagWord(tag)}`).join(', ');
  const summary =
    total === 0
      ? vscode.l10n.t('No tagged feedback: {0}.', when)
      : plural(
          total,
          vscode.l10n.t('1 piece of tagged feedback, {0}: {1}.', when, counted),
          vscode.l10n.t('{0} pieces of tagged feedback, {1}: {2}.', numberWords(total), when, counted),
        );
  const several = goal === null && tagged.byGoal.length > 1;
  const perGoal = several ? tagged.byGoal.slice(0, mostGoals) : [];
  const nameOf = (title: string, id: string | null) =>
    id === null ? vscode.l10n.t('No goal') : cut(clean(title), 200);
  return section({
    id: 'tagged',
    title: vscode.l10n.t('Keep, stop, start'),
    summary,
    notes: [
      ...(tagged.untagged === 0
        ? []
        : [
            plural(
              tagged.untagged,
              vscode.l10n.t('1 more piece is not tagged yet.'),
              vscode.l10n.t('{0} more pieces are not tagged yet.', tagged.untagged),
            ),
          ]),
      ...undatedNote(tagged.undated),
      ...(held === 0
        ? []
        : [
            plural(
              held,
              vscode.l10n.t('1 piece waits for your guess: it is counted nowhere on this page.'),
              vscode.l10n.t('{0} pieces wait for your guess: they are counted nowhere on this page.', held),
            ),
          ]),
    ],
    figures: [
      figure('all', several ? vscode.l10n.t('All goals') : null, tagged.bins),
      ...perGoal.map(({ goalId, title, bins }) => figure(goalId ?? 'none', nameOf(title, goalId), bins)),
      ...(several ? [byGoal(tagged)] : []),
    ],
    offers:
      total === 0 && tagged.untagged > 0
        ? [{ label: vscode.l10n.t('Show what is to be tagged'), act: { act: 'showFeedback' } }]
        : [],
  });

  function figure(id: string, title: string | null, bins: Tagged['bins']): Figure {
    const sums = noTags();
    for (const { counts } of bins) for (const tag of tags) sums[tag] += counts[tag];
    const label = `${title ?? vscode.l10n.t('Keep, stop, start')}: ${wordsOf(sums)}`;
    return {
      id,
      title,
      chart:
        sumOf(sums) === 0
          ? null
          : {
              kind: 'months',
              label,
              series: tags.map((tag) => ({ key: tag, label: tagWord(tag), look: looks[tag] })),
              months: bins.map((bin) => ({
                tick: binTick(bin, bins),
                name: binName(bin),
                values: tags.map((tag) => bin.counts[tag]),
              })),
            },
      table: {
        caption: title ?? vscode.l10n.t('Keep, stop, start'),
        head: [binHead(period.bins), ...tags.map(tagWord)],
        rows: bins.map((bin) => [binName(bin), ...tags.map((tag) => String(bin.counts[tag]))]),
      },
    };
  }

  function byGoal({ byGoal }: Tagged): Figure {
    const head = [vscode.l10n.t('Goal'), ...tags.map(tagWord)];
    const rows = byGoal.map(({ goalId, title, counts }) => [
      nameOf(title, goalId),
      ...tags.map((tag) => String(counts[tag])),
    ]);
    return {
      id: 'goals',
      title: null,
      chart: null,
      table: { caption: vscode.l10n.t('By goal'), head, rows },
    };
  }
}

const wordsOf = (counts: Record<Tag, number>) =>
  tags.map((tag) => `${counts[tag]} ${tagWord(tag)}`).join(', ');
