import { RecurrenceIndex, recurrenceOf } from '../../../../src/growth/recurrence/index.ts';
import type { Recurrence, Theme } from '../../../../src/model/growth.ts';
import type { CommentRecord, PullRequestRecord } from '../../../../src/model/pullRequest.ts';
import type { Feedback, Tag } from '../../../../src/model/state.ts';
import { toFeedback } from '../../../../src/model/toFeedback.ts';

const mentee = 'ada';
export const oneDay = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');
/** Long after all that happens in the tests. */
export const later = start + 4000 * oneDay;

export const at = (day: number): string => new Date(start + day * oneDay).toISOString();

/** A pull request of the mentee, told in days. */
export type Pull = {
  number: number;
  /** When it was created. */
  day: number;
  /** Days until it was merged; `null` while it is open. */
  lasts?: number | null;
  /** What it touched; `null` where nobody knows. */
  files?: string[] | null;
  /** Who said something on it, without a word of the theme. */
  by?: string | null;
  /** The theme came up: days after the beginning, and on which file. */
  said?: { after: number; path: string | null; tag?: Tag }[];
  repository?: string;
};

export const code = 'src/net/read.ts';

export function recordOf(pull: Pull): PullRequestRecord {
  const { number, day, lasts = 5, files = [code], by = 'sam', said = [], repository = 'lab/rig' } = pull;
  const comment = (id: number, days: number, author: string): CommentRecord => ({
    nodeId: `N${id}`,
    databaseId: String(id),
    author: { login: author, isBot: author.endsWith('-bot') },
    body: 'Close what you open.',
    url: `https://github.com/${repository}/pull/${number}#c${id}`,
    createdAt: at(day + days),
    updatedAt: at(day + days),
    isMinimized: false,
  });
  const onLines = said.filter(({ path }) => path !== null);
  return {
    schema: 1,
    host: 'github.com',
    repository,
    isPrivate: false,
    number,
    nodeId: `P${number}`,
    title: `Change ${number}`,
    url: `https://github.com/${repository}/pull/${number}`,
    author: { login: mentee, isBot: false },
    state: lasts === null ? 'OPEN' : 'MERGED',
    createdAt: at(day),
    updatedAt: at(day + (lasts ?? 0)),
    headSha: null,
    baseSha: null,
    threads: onLines.map(({ after, path }, place) => ({
      id: `T${number}-${place}`,
      isResolved: false,
      isOutdated: false,
      path: path!,
      line: 3,
      startLine: null,
      originalLine: 3,
      originalStartLine: null,
      side: 'RIGHT',
      comments: [
        {
          ...comment(number * 100 + place, after, 'sam'),
          diffHunk: '@@ -1 +1 @@\n+x',
          originalCommit: 'abc',
        },
      ],
    })),
    reviews: by === null ? [] : [{ ...comment(number * 100 + 50, 1, by), body: '', verdict: 'APPROVED' }],
    conversation: said
      .filter(({ path }) => path === null)
      .map(({ after }, place) => comment(number * 100 + 60 + place, after, 'sam')),
    changes: {
      mergedAt: lasts === null ? null : at(day + lasts),
      closedAt: lasts === null ? null : at(day + lasts),
      mergeCommit: null,
      base: 'main',
      commits: null,
      forcePushes: null,
      files: files?.map((path) => ({ path, additions: 1, deletions: 0 })) ?? null,
      fileCount: files?.length ?? 7,
    },
  };
}

/** The feedback of the theme on these pull requests, all of it tagged. */
export function saidOn(pulls: readonly Pull[], tag: Tag = 'stop'): Feedback[] {
  return pulls.flatMap((pull) => {
    const tags = [...(pull.said ?? []).filter(({ path }) => path !== null)];
    const rest = (pull.said ?? []).filter(({ path }) => path === null);
    return toFeedback(recordOf(pull), mentee)
      .filter(({ body, kind }) => body !== '' && kind !== 'review')
      .map((item, place) => ({ ...item, tag: [...tags, ...rest][place]?.tag ?? tag }));
  });
}

type More = { needed?: number; feedback?: Feedback[]; records?: PullRequestRecord[]; now?: number };

/** Where the one theme of these pull requests stands. */
export function standing(pulls: readonly Pull[], more: More = {}): Recurrence | null {
  const feedback = more.feedback ?? saidOn(pulls);
  const byId = new Map(feedback.map((item) => [item.id, item]));
  const pullRequests = new RecurrenceIndex();
  for (const record of more.records ?? pulls.map(recordOf)) pullRequests.put(record);
  const theme: Theme = {
    ...{ id: 'T', name: 'Closing', isNamed: true, words: ['close'] },
    feedbackIds: feedback.map(({ id }) => id),
  };
  const { needed = 3, now = later } = more;
  return recurrenceOf(theme, { feedback: (id) => byId.get(id), pullRequests, needed, now });
}
