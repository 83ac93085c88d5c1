import type { CodeHistory } from '../../model/codeHistory.ts';
import { CairnError } from '../../model/errors.ts';
import type { PullRequestRecord, ThreadRecord } from '../../model/pullRequest.ts';
import { type Answer, followThreads } from './follow.ts';
import { isFresh, type KeptAnswer, keyOf, readKept, type Source, writeKept } from './kept.ts';

/** A pull request with those of its threads that are asked about. */
export type Asked = { record: PullRequestRecord; threads: readonly ThreadRecord[] };

export type RunParts = {
  /** The clone to read a pull request's commits from; `null` where there is none. */
  clone(record: PullRequestRecord): Promise<CodeHistory | null>;
  /** GitHub, `null` where nobody is signed in there. */
  github(record: PullRequestRecord): Promise<CodeHistory | null>;
  /** Where the answers about a pull request are kept. */
  file(record: PullRequestRecord): string;
  onAnswers(asked: Asked, answers: ReadonlyMap<string, Answer>): void;
  onProblem(error: unknown): void;
  /** Lets others have their turn. */
  pace(): Promise<void> | undefined;
  now(): number;
  signal: AbortSignal;
};

/** Pull requests that GitHub is asked about in one run, the newest, and questions in all. */
export const [mostAtGitHub, mostQuestions] = [20, 200];

/** What GitHub may know and a clone does not. */
const askable = new Set<Answer['reason']>(['no-clone', 'commit-gone', 'force-pushed', 'shallow', 'offline']);

/** What one repository refuses; the next one may be another. */
const ofOneRepository = new Set<string>(['repository-not-found', 'forbidden', 'sso-required']);

const unknown: Answer = {
  ...{ status: 'unknown', commit: null, at: null, isBeforeMerge: null, place: null, reason: 'no-clone' },
};

/**
 * Finds out what became of the lines of all threads: what is kept first, then from clones, then, for the newest pull
 * requests of which a clone does not know enough, from GitHub. One pull request after the other.
 * @param all the newest first
 * @throws the signal's reason
 */
export async function followAll(all: readonly Asked[], parts: RunParts): Promise<void> {
  const open: { asked: Asked; kept: Map<string, KeptAnswer>; missing: ThreadRecord[] }[] = [];
  for (const asked of all) {
    parts.signal.throwIfAborted();
    await parts.pace();
    const kept = await readKept(parts.file(asked.record));
    const known = new Map<string, Answer>();
    const missing = asked.threads.filter((thread) => {
      const one = kept.get(thread.id);
      const isSame = one?.key === keyOf(asked.record, thread);
      if (isSame) known.set(thread.id, one.answer);
      return !isSame || !isFresh(one, asked.record, parts.now());
    });
    if (known.size > 0) parts.onAnswers(asked, known);
    if (missing.length > 0) open.push({ asked, kept, missing });
  }
  for (const one of open) {
    const history = await parts.clone(one.asked.record);
    await take(one, one.missing, history, history ? 'clone' : 'nobody');
  }
  let questions = mostQuestions;
  let asked = 0;
  const refused = new Set<string>();
  for (const one of open) {
    const repository = one.asked.record.repository.toLowerCase();
    if (refused.has(repository)) continue;
    const threads = one.missing.filter(({ id }) => {
      const answer = one.kept.get(id)?.answer;
      return answer === undefined || (answer.status === 'unknown' && askable.has(answer.reason));
    });
    if (threads.length === 0) continue;
    const history = await parts.github(one.asked.record);
    if (!history) continue;
    if (++asked > mostAtGitHub || questions <= 0) return;
    const counted = counting(history, () => {
      if (questions-- <= 0) throw new CairnError('rate-limited', 'Cairn has asked GitHub enough for now.');
    });
    const failure = await take(one, threads, counted, 'github');
    if (failure === null) continue;
    if (!(failure instanceof CairnError && ofOneRepository.has(failure.code))) return;
    refused.add(repository);
  }

  /** @returns why it failed, `null` where it did not */
  async function take(
    { asked, kept }: (typeof open)[number],
    threads: readonly ThreadRecord[],
    history: CodeHistory | null,
    source: Source,
  ): Promise<unknown> {
    parts.signal.throwIfAborted();
    await parts.pace();
    const { record } = asked;
    try {
      const answers = history
        ? await followThreads(history, record, threads, parts.pace)
        : new Map(threads.map(({ id }) => [id, unknown]));
      for (const thread of threads) {
        const before = kept.get(thread.id);
        const answer = answers.get(thread.id)!;
        // What a clone knew in part is better than what GitHub does not know either.
        const isWorse =
          answer.status === 'unknown' && before?.key === keyOf(record, thread) && source === 'github';
        const said = isWorse ? before!.answer : answer;
        answers.set(thread.id, said);
        if (source !== 'nobody')
          kept.set(thread.id, { key: keyOf(record, thread), answer: said, source, at: parts.now() });
      }
      parts.onAnswers(asked, answers);
      if (source !== 'nobody') await writeKept(parts.file(record), kept);
      return null;
    } catch (error) {
      parts.signal.throwIfAborted();
      parts.onProblem(error);
      return error ?? new Error('It failed.');
    }
  }
}

function counting(history: CodeHistory, count: () => void): CodeHistory {
  const counted =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      count();
      return ask(...args);
    };
  return {
    commits: counted((ids) => history.commits(ids)),
    way: counted((from, to) => history.way(from, to)),
    mergeBase: counted((one, other) => history.mergeBase(one, other)),
    files: counted((places) => history.files(places)),
    texts: counted((contents) => history.texts(contents)),
    changes: counted((from, to) => history.changes(from, to)),
    later: counted((question) => history.later(question)),
  };
}
