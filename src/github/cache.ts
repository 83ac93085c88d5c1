import { randomUUID } from 'node:crypto';
import { readFile as readByCallback, writeFile as writeByCallback } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PullRequestRecord } from '../model/pullRequest.ts';
import { isRecord } from './isRecord.ts';
import { isMarks, type Marks } from './marks.ts';
import { checkLogin, folderOf } from './places.ts';

// For many small files about twice as fast as their namesakes in node:fs/promises.
const readFile = promisify(readByCallback);
const writeFile = promisify(writeByCallback);

const recordFile = /^(\d{1,10})\.json$/;

/**
 * What GitHub said, as plain JSON files: `<folder>/<host>/<owner>/<name>/<number>.json`, and the marks of how
 * far a pull came beside them. Safe to delete at any time. Loaded at the start, so that it needs neither
 * octokit nor schemas. A file that cannot be read is removed, and its absence makes the next pull bring it.
 */
export class Cache {
  readonly folder: string;
  readonly #log: (message: string) => void;

  constructor(folder: string, log: (message: string) => void = () => {}) {
    this.folder = folder;
    this.#log = log;
  }

  /**
   * Every pull request that is here, of all hosts and repositories.
   * @param since only files that were written from then on, milliseconds since 1970
   */
  async load({ since = 0 }: { since?: number } = {}): Promise<PullRequestRecord[]> {
    const names = await readdir(this.folder, { recursive: true }).catch(ifMissing<string[]>([]));
    const files = names.filter((name) => recordFile.test(name.slice(dirname(name).length + 1)));
    const paths = files.map((name) => join(this.folder, name));
    return this.#readRecords(since > 0 ? await writtenSince(paths, since) : paths);
  }

  /** The pull requests of one repository. */
  async readRepository(host: string, repository: string): Promise<PullRequestRecord[]> {
    const folder = folderOf(this.folder, host, repository);
    const names = await readdir(folder).catch(ifMissing<string[]>([]));
    return this.#readRecords(names.filter((name) => recordFile.test(name)).map((name) => join(folder, name)));
  }

  /** One pull request, `null` when it is not here. */
  async read(host: string, repository: string, number: number): Promise<PullRequestRecord | null> {
    const [record] = await this.#readRecords([
      join(folderOf(this.folder, host, repository), `${number}.json`),
    ]);
    return record ?? null;
  }

  /** The numbers of a repository's pull requests that are here. */
  async numbers(host: string, repository: string): Promise<Set<number>> {
    const names = await readdir(folderOf(this.folder, host, repository)).catch(ifMissing<string[]>([]));
    return new Set(names.flatMap((name) => (recordFile.test(name) ? [Number.parseInt(name, 10)] : [])));
  }

  /** Puts pull requests in the place of what was known of them. Each file is replaced as a whole or not at all. */
  async save(records: readonly PullRequestRecord[]): Promise<void> {
    await Promise.all(
      records.map((record) => {
        const folder = folderOf(this.folder, record.host, record.repository);
        return replace(join(folder, `${Math.trunc(record.number)}.json`), record);
      }),
    );
  }

  /** How far the pull of a mentee's pull requests came; `null` before the first one. */
  async readMarks(host: string, repository: string, mentee: string): Promise<Marks | null> {
    const file = this.#marksFile(host, repository, mentee);
    const marks = await this.#readJson(file);
    if (marks === null || isMarks(marks)) return marks;
    await this.#drop(file);
    return null;
  }

  async writeMarks(host: string, marks: Marks): Promise<void> {
    await replace(this.#marksFile(host, marks.repository, marks.mentee), marks);
  }

  /** Removes what is here of one repository. */
  async forget(host: string, repository: string): Promise<void> {
    await rm(folderOf(this.folder, host, repository), { recursive: true, force: true });
  }

  /** Removes everything that GitHub said; the next pull brings it again. */
  async delete(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  #marksFile(host: string, repository: string, mentee: string): string {
    return join(folderOf(this.folder, host, repository), `marks-${checkLogin(mentee).toLowerCase()}.json`);
  }

  async #readRecords(files: readonly string[]): Promise<PullRequestRecord[]> {
    const records = await Promise.all(
      files.map(async (file) => {
        const value = await this.#readJson(file);
        if (value === null || isRecord(value)) return value;
        await this.#drop(file);
        return null;
      }),
    );
    return records.filter((record) => record !== null);
  }

  /** `null` for a file that is not there, or that was removed since it is not JSON. */
  async #readJson(file: string): Promise<unknown> {
    const text = await readFile(file, 'utf8').catch(ifMissing(null));
    if (text === null) return null;
    try {
      return JSON.parse(text) ?? undefined;
    } catch {
      await this.#drop(file);
      return null;
    }
  }

  async #drop(file: string): Promise<void> {
    this.#log(`The cache file ${file} cannot be read; it is removed and pulled again.`);
    await rm(file, { force: true });
  }
}

async function replace(file: string, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 1)}\n`;
  const fresh = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(fresh, text).catch(async (error) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(fresh, text);
    });
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function ifMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return instead;
    throw error;
  };
}

/** The files that were written from then on; one that is gone by now is none. */
async function writtenSince(paths: string[], since: number): Promise<string[]> {
  const times = await Promise.all(
    paths.map((path) => stat(path).then(({ mtimeMs }) => mtimeMs, ifMissing(0))),
  );
  return paths.filter((_, index) => times[index]! >= since);
}
