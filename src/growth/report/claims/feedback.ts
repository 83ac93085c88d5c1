import type { Feedback } from '../../../model/state.ts';
import { tags } from '../../../model/state.ts';
import type { Series } from '../../charts/index.ts';
import { buckets, lengthOf, localDay, middleOf } from '../period.ts';
import { phrase, text } from '../phrase.ts';
import { countTags, pullsOf, type Scene } from '../scene.ts';
import type { Claim, ReportChart } from '../types.ts';

/** Fewer pieces, or days, show no movement. */
const [fewest, shortest] = [6, 28];

/** Keep, stop and start by goal, and how they moved. */
export function feedback(scene: Scene): Claim[] {
  const { words, input, feedback: all } = scene;
  if (all.length === 0) return [];
  const claims = [
    scene.claim(
      'tags:all',
      [...text(words.feedback.all(countTags(all), all.length)), ...moved(scene, all)],
      scene.comments(all),
      { chart: chartOf(scene, all, words.feedback.chart), isOfPrivateRepository: scene.isClosed(all) },
    ),
  ];
  for (const goal of input.state.goals) {
    const items = all.filter(({ goalIds }) => goalIds.includes(goal.id));
    if (items.length === 0) continue;
    const counts = countTags(items);
    const sentence = phrase((mark) => words.feedback.counts(mark, counts), scene.goalTitle(goal));
    claims.push(
      scene.claim(`tags:${goal.id}`, [...sentence, ...moved(scene, items)], scene.comments(items), {
        isOfPrivateRepository: scene.isClosed(items),
      }),
    );
  }
  const rest = all.filter(({ goalIds }) => goalIds.length === 0);
  if (rest.length > 0 && rest.length < all.length)
    claims.push(
      scene.claim('tags:none', text(words.feedback.noGoal(countTags(rest))), scene.comments(rest), {
        isOfPrivateRepository: scene.isClosed(rest),
      }),
    );
  return claims;
}

/** One half of the period beside the other, with the pull requests of each, where there is enough of it. */
function moved({ words, period }: Scene, items: readonly Feedback[]) {
  if (items.length < fewest || lengthOf(period) < shortest) return text(` ${words.feedback.tooFew}`);
  const middle = middleOf(period);
  const isEarly = (item: Feedback) => (localDay(item.createdAt) ?? '') <= middle;
  const [first, second] = [items.filter(isEarly), items.filter((item) => !isEarly(item))];
  const pulls: [number, number] = [pullsOf(first), pullsOf(second)];
  return text(` ${words.feedback.moved(countTags(first), countTags(second), pulls)}`);
}

const looks = { keep: 'solid', stop: 'hatched', start: 'hollow' } as const;

function chartOf({ words, period }: Scene, items: readonly Feedback[], caption: string): ReportChart | null {
  const { all, at } = buckets(period);
  if (all.length < 2) return null;
  const counts = all.map(() => ({ keep: 0, stop: 0, start: 0 }));
  for (const { tag, createdAt } of items) {
    const column = counts[at(localDay(createdAt) ?? period.from)];
    if (column && tag !== null) column[tag]++;
  }
  const months = all.map((bucket, i) => ({
    ...words.bucket(bucket),
    values: tags.map((tag) => counts[i]![tag]),
  }));
  const series: Series[] = tags.map((key) => ({ key, label: words.tags[key], look: looks[key] }));
  return {
    chart: { kind: 'months', label: caption, series, months },
    table: {
      caption,
      head: [words.time, ...tags.map((tag) => words.tags[tag])],
      rows: months.map(({ name, values }) => [name, ...values.map(String)]),
    },
  };
}
