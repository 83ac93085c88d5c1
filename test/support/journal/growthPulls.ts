import type { FollowThrough } from '../../../src/model/growth.ts';
import type { LineCommentRecord, PullRequestRecord, ThreadRecord } from '../../../src/model/pullRequest.ts';
import type { Tag } from '../../../src/model/state.ts';

export const growthRepository = 'harbour-lights/beacon';
export const growthMentee = 'ada-wren';
/** Mentors first, then somebody who reviews only. */
export const growthReviewers = ['marsh-lind', 'theo-flint', 'ines-okoro'] as const;

/** A comment of the mentorship, before anybody decided anything about it. */
export type GrowthComment = {
  id: string;
  databaseId: number;
  /** `null`: nobody tagged it. */
  tag: Tag | null;
  isSetAside: boolean;
  author: (typeof growthReviewers)[number];
  body: string;
  path: string;
  line: number;
  /** Which month, and which of its four pull requests. */
  month: number;
  pull: number;
  number: number;
  /** ISO time. */
  at: string;
};

const retry = 'src/delivery/retry.ts';
const store = 'src/store/outbox.ts';
export const growthTitles = [
  'Try failed deliveries again',
  'Keep what was not sent',
  'Slow down where the gateway does',
  'Say in the log what was sent',
];
const words = {
  keep: 'Naming the reason in the error makes this easy to follow at night. Please keep doing that.',
  stop: 'This catch swallows the error, so nobody learns why the delivery failed. Please let it through with its cause.',
  start:
    'Could you begin with a test for the failure that lasts, so that the next change cannot bring it back?',
  chatter: 'Thanks, I will look at it after lunch.',
  open: 'Where does this limit come from?',
};

/** Comments of one month: each pull request has a keep, two a stop until `stopsUntil`, one a start. */
export function growthComments(month: number, first: number, stopsUntil: number, day: (n: number) => number) {
  const comments: GrowthComment[] = [];
  const say = (pull: number, tag: Tag | null, author: number, isSetAside = false) => {
    const number = 100 + month * 4 + pull;
    const databaseId = 2_000_000_000 + number * 10 + comments.filter((one) => one.pull === pull).length;
    const body = tag ? words[tag] : isSetAside ? words.chatter : words.open;
    const path = pull % 2 === 0 ? retry : store;
    const at = new Date(first + day(2 + pull * 7) * 86_400_000 + (12 + author) * 3_600_000).toISOString();
    comments.push({
      ...{
        id: `github.com/line/${databaseId}`,
        databaseId,
        tag,
        isSetAside,
        body,
        path,
        month,
        pull,
        number,
        at,
      },
      ...{ author: growthReviewers[author] as GrowthComment['author'], line: 12 + author * 10 },
    });
  };
  for (let pull = 0; pull < 4; pull++) say(pull, 'keep', 0);
  if (month < stopsUntil) for (const pull of [0, 2]) say(pull, 'stop', 1);
  say(1, 'start', 2);
  say(3, null, 1, true);
  if (month % 2 === 1) say(3, null, 0);
  return comments;
}

const shaOf = (number: number, commit: number) =>
  `${(number * 16 + commit).toString(16).padStart(8, '0')}${'c0ffee'.repeat(6)}`.slice(0, 40);

/** The four pull requests of a month; each was opened a day before it was reviewed and merged a day after. */
export function growthPullRequests(comments: readonly GrowthComment[]): PullRequestRecord[] {
  return [0, 1, 2, 3].flatMap((pull) => {
    const [first, ...rest] = comments.filter((one) => one.pull === pull);
    if (!first) return [];
    const { number, path } = first;
    const url = `https://github.com/${growthRepository}/pull/${number}`;
    const hours = (n: number) => new Date(Date.parse(first.at) + n * 3_600_000).toISOString();
    const base = { nodeId: `n${number}`, isMinimized: false };
    const approved = {
      author: { login: growthReviewers[0], isBot: false },
      body: '',
      verdict: 'APPROVED',
    } as const;
    return {
      schema: 1,
      host: 'github.com',
      repository: growthRepository,
      ...{ isPrivate: false, number, nodeId: `PR_${number}`, title: growthTitles[pull] as string, url },
      author: { login: growthMentee, isBot: false },
      state: 'MERGED',
      ...{
        createdAt: hours(-24),
        updatedAt: hours(24),
        headSha: shaOf(number, 2),
        baseSha: shaOf(number, 0),
      },
      threads: [first, ...rest].map((one) => thread(one, url)),
      reviews: [
        {
          ...{ ...base, ...approved, databaseId: `${number}7`, url: `${url}#pullrequestreview-${number}7` },
          ...{ createdAt: hours(23), updatedAt: hours(23) },
        },
      ],
      conversation: [],
      changes: {
        ...{
          mergedAt: hours(24),
          closedAt: hours(24),
          mergeCommit: shaOf(number, 3),
          base: 'main',
          forcePushes: [],
        },
        commits: [
          { sha: shaOf(number, 1), committedAt: hours(-25) },
          { sha: shaOf(number, 2), committedAt: hours(20) },
        ],
        files: [{ path, additions: 20, deletions: 4 }],
        fileCount: 1,
      },
    } satisfies PullRequestRecord;
  });
}

function thread(said: GrowthComment, url: string): ThreadRecord {
  const comment: LineCommentRecord = {
    ...{
      nodeId: `C_${said.databaseId}`,
      databaseId: String(said.databaseId),
      body: said.body,
      isMinimized: false,
    },
    ...{ author: { login: said.author, isBot: false }, url: `${url}#discussion_r${said.databaseId}` },
    ...{ createdAt: said.at, updatedAt: said.at, originalCommit: shaOf(said.number, 1) },
    diffHunk: `@@ -${said.line},1 +${said.line},2 @@\n   const result = await work();\n+  return result;`,
  };
  return {
    ...{ id: `T_${said.databaseId}`, isResolved: true, isOutdated: false, path: said.path, line: said.line },
    ...{
      startLine: null,
      originalLine: said.line,
      originalStartLine: null,
      side: 'RIGHT',
      comments: [comment],
    },
  };
}

/** What became of a comment's lines: stops were acted on, starts every other month, nothing else was. */
export function growthFollowThrough(said: GrowthComment): FollowThrough {
  const isActedOn = said.tag === 'stop' || (said.tag === 'start' && said.month % 2 === 1);
  return {
    feedbackId: said.id,
    status: isActedOn ? 'changed' : 'unchanged',
    commit: isActedOn ? shaOf(said.number, 2) : null,
    at: isActedOn ? new Date(Date.parse(said.at) + 20 * 3_600_000).toISOString() : null,
    isBeforeMerge: isActedOn ? true : null,
    ...{ place: { path: said.path, line: said.line }, reason: null },
  };
}
