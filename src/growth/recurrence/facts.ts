import type { CommentRecord, PullRequestRecord } from '../../model/pullRequest.ts';
import { codeKind } from './codeKind.ts';

/** What a pull request tells about opportunities, read from its record once. */
export type PullRequestFacts = {
  /** See `keyOf`. */
  key: string;
  record: PullRequestRecord;
  /** Somebody else looked at it, and it is merged or closed: whatever was to be said was said. */
  isReviewed: boolean;
  /** Milliseconds since 1970; `null` where the clocks cannot be right. */
  createdAt: number | null;
  /** When its review was over: merged, closed, or the last word of somebody else. */
  overAt: number | null;
  /** What it touched, see `placesOf`. */
  places: ReadonlySet<string>;
  /** All that it touched is in `places`; otherwise it may have touched more. */
  isWhole: boolean;
};

/** Names a pull request; GitHub does not tell spellings of a repository apart. */
export function keyOf({ repository, number }: { repository: string; number: number }): string {
  return `${repository.toLowerCase()}#${number}`;
}

/** What stands for a path: the file itself, and its kind in its folder. */
export function placesOf(repository: string, path: string): string[] {
  const { folder, language, role } = codeKind(path);
  const where = repository.toLowerCase();
  return [`${where}\n${path}`, `${where}\n${folder}\n${language}\n${role}`];
}

const kept = new WeakMap<PullRequestRecord, PullRequestFacts>();

/** Facts are kept for as long as their record is: a record is replaced and never changed. */
export function factsOf(record: PullRequestRecord): PullRequestFacts {
  let facts = kept.get(record);
  if (!facts) {
    facts = read(record);
    kept.set(record, facts);
  }
  return facts;
}

function read(record: PullRequestRecord): PullRequestFacts {
  const { changes, repository } = record;
  const words = wordsOfOthers(record);
  const files = changes?.files ?? null;
  // What stands in comments is what was touched for sure, where the list of files is not known.
  const paths = new Set([...(files ?? []), ...record.threads].map(({ path }) => path));
  const createdAt = timeOf(record.createdAt);
  const times = words.flatMap(({ createdAt }) => timeOf(createdAt) ?? []);
  const lastWord = times.length > 0 ? times.reduce((last, at) => Math.max(last, at)) : null;
  const end = changes?.mergedAt ?? changes?.closedAt ?? null;
  const overAt = end === null ? lastWord : timeOf(end);
  const isPossible = createdAt !== null && overAt !== null && createdAt <= overAt;
  return {
    key: keyOf(record),
    record,
    isReviewed: words.length > 0 && record.state !== 'OPEN',
    createdAt: isPossible ? createdAt : null,
    overAt: isPossible ? overAt : null,
    places: new Set([...paths].flatMap((path) => placesOf(repository, path))),
    isWhole: files !== null && files.length >= (changes?.fileCount ?? files.length),
  };
}

/** What people other than the author said; a review that was not sent yet is nothing. */
function wordsOfOthers(record: PullRequestRecord): CommentRecord[] {
  const mentee = record.author?.login.toLowerCase();
  const sent = record.reviews.filter(({ verdict }) => verdict !== 'PENDING');
  return [...record.threads.flatMap(({ comments }) => comments), ...sent, ...record.conversation].filter(
    ({ author }) => !author?.isBot && author?.login.toLowerCase() !== mentee,
  );
}

/** Milliseconds since 1970, `null` for what is no time. */
export function timeOf(time: string): number | null {
  const at = Date.parse(time);
  return Number.isNaN(at) ? null : at;
}
