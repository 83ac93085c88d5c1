import { unreadable } from '../failure.ts';
import type { Connection } from './connection.ts';
import { type DiffFile, parseDiff } from './diff.ts';
import { pullRequestNotFound } from './failures.ts';
import { repositoryPath, type Situation } from './situation.ts';

export type DiffOf = Pick<Situation, 'repository' | 'number' | 'headSha'>;

/** Bytes; GitHub's own limit for a diff is a megabyte of lines. */
const largest = 20_000_000;
/** Of so many pull requests: whoever looks for lines looks through some twenty. */
const kept = 30;

/**
 * The diffs of pull requests, as REST gives them in git's own form: the only one of the interfaces in use that tells
 * what a patch holds. Each is asked for once a head commit.
 */
export class Diffs {
  readonly #connection: Connection;
  readonly #known = new Map<string, DiffFile[] | null>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * The files of a pull request's diff; `null` where it is too big for GitHub to give (more than 300 files, 20,000
   * lines or a megabyte: status 406).
   */
  async of({ repository, number, headSha }: DiffOf, signal?: AbortSignal): Promise<DiffFile[] | null> {
    const key = `${repository}#${number}@${headSha}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const files = await this.#ask(
      `${repository}#${number}`,
      `${repositoryPath(repository)}/pulls/${number}`,
      signal,
    );
    this.#known.set(key, files);
    for (const old of this.#known.keys()) {
      if (this.#known.size <= kept) break;
      this.#known.delete(old);
    }
    return files;
  }

  async #ask(key: string, path: string, signal: AbortSignal | undefined): Promise<DiffFile[] | null> {
    const answer = await this.#connection.text(path, {
      accept: 'application/vnd.github.diff',
      largest,
      signal,
    });
    if (answer.status === 406) return null;
    if (answer.status === 200) return parseDiff(answer.text);
    if (answer.status === 404) throw pullRequestNotFound(key);
    throw unreadable(`the diff: HTTP ${answer.status}`);
  }
}
