import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PullRequestRecord, ThreadRecord } from '../../model/pullRequest.ts';
import type { Answer } from './follow.ts';

/** Who told: a clone on this machine, GitHub, or nobody could be asked. */
export type Source = 'clone' | 'github' | 'nobody';
export type KeptAnswer = {
  /** What it was asked about; another question is not answered by it. */
  key: string;
  answer: Answer;
  source: Source;
  /** When, milliseconds since 1970. */
  at: number;
};

const day = 86_400_000;
/** The base branch is looked at for so long after a merge, and a little longer, for clocks. */
const watched = 92 * day;
/** After so long it is asked again what may be another by now; a clone that did not know may know more soon. */
const [fresh, freshUnknown] = [day, 600_000];

const version = 1;

/** What an answer depends on: whatever of it changes, the answer may. */
export function keyOf(
  { headSha, changes, state }: PullRequestRecord,
  { comments, ...thread }: ThreadRecord,
): string {
  const lines = [thread.path, thread.side, thread.originalStartLine, thread.originalLine];
  const first = comments[0];
  return JSON.stringify([
    first?.databaseId,
    first?.originalCommit,
    ...lines,
    headSha,
    changes?.mergeCommit,
    state,
  ]);
}

/** Whether nothing can make another answer of it, or it is too early to ask again. */
export function isFresh(kept: KeptAnswer, { changes }: PullRequestRecord, now: number): boolean {
  const { answer, at, source } = kept;
  // Lines that only stand elsewhere may be changed there as any others.
  const stand = answer.status === 'unchanged' || answer.status === 'moved';
  if (answer.status !== 'unknown' && !stand && answer.isBeforeMerge !== null) return true;
  if (answer.reason === 'no-lines') return true;
  const mergedAt = Date.parse(changes?.mergedAt ?? '');
  const isOver = stand && answer.reason === null && at > mergedAt + watched;
  const limit = answer.status === 'unknown' && source === 'clone' ? freshUnknown : fresh;
  return isOver || (now >= at && now - at < limit);
}

/** Where answers are kept, beside what GitHub said: they name its repositories, files and commits. */
export const keptIn = (storage: string): string => join(storage, 'follow');

/** Deletes all that is kept: it goes with what GitHub said. */
export async function deleteKept(storage: string): Promise<void> {
  await rm(keptIn(storage), { recursive: true, force: true });
}

/** Reads what is kept of a pull request, by thread id; nothing where there is no file, or one of another version. */
export async function readKept(file: string): Promise<Map<string, KeptAnswer>> {
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'));
    const { schema, threads } = (found ?? {}) as { schema?: unknown; threads?: unknown };
    if (schema !== version || typeof threads !== 'object' || threads === null) return new Map();
    return new Map(
      Object.entries(threads).filter((entry): entry is [string, KeptAnswer] => isKept(entry[1])),
    );
  } catch {
    return new Map();
  }
}

/** Puts the file in place as a whole. What cannot be kept is worked out again the next time. */
export async function writeKept(file: string, threads: ReadonlyMap<string, KeptAnswer>): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(beside, JSON.stringify({ schema: version, threads: Object.fromEntries(threads) }));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

const statuses = ['changed', 'removed', 'moved', 'unchanged', 'unknown'];
const isText = (value: unknown) => value === null || typeof value === 'string';

function isKept(value: unknown): value is KeptAnswer {
  const { key, answer, at, source } = (value ?? {}) as Partial<KeptAnswer>;
  if (typeof key !== 'string' || typeof at !== 'number' || typeof source !== 'string') return false;
  const { status, commit, place, reason, isBeforeMerge } = (answer ?? {}) as Partial<Answer>;
  return (
    statuses.includes(status as string) &&
    isText(commit) &&
    isText(answer?.at) &&
    isText(reason) &&
    (isBeforeMerge === null || typeof isBeforeMerge === 'boolean') &&
    (place === null || (typeof place?.path === 'string' && typeof place.line === 'number'))
  );
}
