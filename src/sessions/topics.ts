import type { Session } from '../model/session.ts';

/** How often a topic came up. */
export type TopicTrend = {
  /** As it was written last. */
  topic: string;
  /** Held sessions in which it came up, each once, however many rows or people named it there. */
  sessions: number;
  /** The same by month, one entry for each of the trend's `months`. */
  byMonth: number[];
  /** ISO dates of the first and the last of them. */
  first: string;
  last: string;
  /** The ids of those sessions, the newest first. */
  sessionIds: string[];
};

export type TopicTrends = {
  /** What came up in most sessions comes first, then what came up last. */
  topics: TopicTrend[];
  /** As `yyyy-mm`, oldest first, the current one last. */
  months: string[];
  /** Held sessions with at least one topic: what the counts are out of. */
  sessions: number;
};

/**
 * Which topics come up over held sessions. Topics that differ by case, punctuation, little words or a plural's s count
 * as one; nothing cleverer, so that a person can see why two are one.
 * @param months how many months `byMonth` tells, counted back from the one of `now`
 */
export function trendsOfTopics(
  sessions: readonly Session[],
  { now, months: length = 6 }: { now: Date; months?: number },
): TopicTrends {
  const months = Array.from({ length }, (_, i) =>
    monthOf(new Date(now.getFullYear(), now.getMonth() - (length - 1 - i))),
  );
  const at = new Map(months.map((month, i) => [month, i]));
  const held = sessions
    .filter(({ heldAt }) => heldAt !== null)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const trends = new Map<string, TopicTrend>();
  let counted = 0;
  for (const { id, date, entries } of held) {
    const named = new Map(entries.map(({ topic }) => [foldTopic(topic), topic.trim()]));
    named.delete('');
    if (named.size > 0) counted++;
    for (const [key, topic] of named) {
      const trend: TopicTrend = trends.get(key) ?? {
        ...{ topic, sessions: 0, byMonth: months.map(() => 0), first: date, last: date, sessionIds: [] },
      };
      trends.set(key, trend);
      const month = at.get(date.slice(0, 7));
      if (month !== undefined) trend.byMonth[month]!++;
      trend.topic = topic;
      trend.sessions++;
      trend.last = date;
      trend.sessionIds.unshift(id);
    }
  }
  const topics = [...trends.values()].sort(
    (a, b) => b.sessions - a.sessions || (a.last < b.last ? 1 : a.last > b.last ? -1 : 0),
  );
  return { topics, months, sessions: counted };
}

const littleWords = new Set([
  'a',
  'an',
  'the',
  'of',
  'on',
  'in',
  'for',
  'to',
  'and',
  'with',
  'about',
  'our',
  'my',
]);

/** What makes two topics the same; empty where nothing is said. */
export function foldTopic(topic: string): string {
  const words = topic
    .slice(0, 500)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}+#]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !littleWords.has(word));
  return (telling.length > 0 ? telling : words).map(singular).join(' ');
}

/** Without the s of an English plural: `tests`, not `class` or `css`. */
const singular = (word: string) => (word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word);

const monthOf = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
