import { failureOfStatus } from '../failure.ts';
import { askText } from '../rest.ts';
import type { Connection } from './connection.ts';
import { type DiffFile, parseDiff } from './diff.ts';
import { cancelled, ofReading } from './failures.ts';
import { repositoryPath, type Situation } from './situation.ts';

export type DiffOf = Pick<Situation, 'repository' | 'number' | 'headSha'>;

/** Bytes; GitHub's own limit for a diff is a megabyte of lines. */
const largest = 20_000_000;
const kept = 4;

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
    const files = await this.#ask(`${repositoryPath(repository)}/pulls/${number}`, signal);
    this.#known.set(key, files);
    for (const old of this.#known.keys()) {
      if (this.#known.size <= kept) break;
      this.#known.delete(old);
    }
    return files;
  }

  async #ask(path: string, signal: AbortSignal | undefined): Promise<DiffFile[] | null> {
    const options = { ...this.#connection.rest(signal), accept: 'application/vnd.github.diff', largest };
    for (let attempt = 1; ; attempt += 1) {
      if (signal?.aborted) throw cancelled();
      try {
        const answer = await askText(options, 'GET', path);
        if (answer.status === 406) return null;
        if (answer.status === 200) return parseDiff(answer.text);
        throw failureOfStatus({ ...answer, data: parsed(answer.text) }, Date.now());
      } catch (error) {
        if (attempt === 3 || !(error as { isTransient?: boolean }).isTransient) throw ofReading(error);
      }
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
