import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { CairnError } from '../../model/errors.ts';
import { codeOf, type Files, syncFolder, unwritable } from '../disk/files.ts';
import { withLock } from '../disk/lock.ts';
import { placeFile, readWhole } from '../disk/wholeFile.ts';
import { type Draft, draftId, draftSchema, parseDraft } from './draft.ts';

export type { Attempt, Draft } from './draft.ts';

/** A file that is no draft: it is left where it is, and not read. */
export type DraftProblem = { file: string; message: string };

export type DraftsOptions = {
  files?: Files;
  /** Told once of each file that is no draft. */
  onProblem?: (problem: DraftProblem) => void;
};

/** Longest file of a draft, in bytes: more than the longest body takes. */
const largestFile = 8 * 1024 * 1024;
/** So many are read, the newest first: nobody types more, and a stranger's thousands stop nobody. */
const mostDrafts = 500;
/** How often it is looked whether another window has changed one, in milliseconds; a watch mostly says so sooner. */
const pollEvery = 5000;
const settle = 100;
/** What a crash has left half written, in milliseconds. */
const stale = 3_600_000;

/**
 * What was typed and not sent, of one space: a file a draft, `<data>/drafts/<slug>/<id>.json`, written whole. It
 * outlives a reload, a crash, being offline and an uninstall. The folder is made with the first draft.
 */
export class Drafts {
  readonly #folder: string;
  readonly #files: Files;
  readonly #onProblem: (problem: DraftProblem) => void;
  readonly #told = new Set<string>();
  readonly #listeners = new Set<() => void>();
  /** Of each draft the last write, so that an older one never overtakes it. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #watch: fs.FSWatcher | undefined;
  #poll: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  /** The files as they were when somebody last read them. */
  #seen = '';
  #count = 0;

  private constructor(folder: string, { files = fs.promises, onProblem = () => {} }: DraftsOptions) {
    this.#folder = folder;
    this.#files = files;
    this.#onProblem = onProblem;
  }

  /**
   * @param folder `<data>/drafts/<slug>`, made when it is needed
   * @throws CairnError 'journal-unwritable' where the path is no folder or cannot be looked at
   */
  static async open(folder: string, options: DraftsOptions = {}): Promise<Drafts> {
    const drafts = new Drafts(folder, options);
    try {
      await drafts.#tidy();
      drafts.#seen = JSON.stringify(await drafts.#entries());
    } catch (error) {
      throw unwritable(error, folder);
    }
    return drafts;
  }

  /**
   * Every draft, the oldest first, as they are on the disk now: another window may have changed them.
   * @throws CairnError 'journal-unwritable' where the folder cannot be read
   */
  async list(): Promise<Draft[]> {
    const drafts: Draft[] = [];
    const entries = await this.#entries();
    this.#seen = JSON.stringify(entries);
    for (const { name } of entries) {
      const draft = await this.#read(name);
      if (draft) drafts.push(draft);
    }
    return drafts.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : a.updatedAt > b.updatedAt ? 1 : 0));
  }

  /**
   * Puts a draft in the place of the one with its id. When this resolves it is on the disk.
   * @throws CairnError 'journal-unwritable': the one before is still there; 'invalid-argument'
   */
  async put(draft: Draft): Promise<void> {
    const { data, error } = z.safeParse(draftSchema, draft);
    if (!data) {
      const where = error.issues[0]?.path.join('.') ?? '';
      throw new CairnError('invalid-argument', `This cannot be kept as a draft: its ${where} is not valid.`);
    }
    const file = this.#fileOf(data.id);
    await this.#inTurn(data.id, async () => {
      const fresh = path.join(this.#folder, `.${data.id}.${process.pid}-${this.#count++}.new`);
      await placeFile(this.#files, file, `${JSON.stringify(data)}\n`, fresh);
    });
    this.#tell();
  }

  /** Removes a draft: it was sent, or is not wanted. One that is not there is removed already. */
  async remove(id: string): Promise<void> {
    if (!draftId.test(id)) return;
    const wasThere = await this.#inTurn(id, async () => {
      try {
        await this.#files.unlink(this.#fileOf(id));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return false;
        throw error;
      }
      await syncFolder(this.#files, this.#folder);
      return true;
    });
    if (wasThere) this.#tell();
  }

  /**
   * Runs `work` while nobody else, in no window of this machine, holds the same name: what is begun in two windows is
   * sent by one of them. A window that dies lets go.
   * @throws CairnError 'journal-unwritable': nothing was begun; and what `work` throws
   */
  async hold<T>(name: string, work: () => Promise<T>): Promise<T> {
    const plain = createHash('sha256').update(name).digest('hex').slice(0, 32);
    let isBegun = false;
    try {
      await this.#files.mkdir(this.#folder, { recursive: true });
      return await withLock(this.#files, path.join(this.#folder, `.${plain}.held`), () => {
        isBegun = true;
        return work();
      });
    } catch (error) {
      throw isBegun ? error : unwritable(error, this.#folder);
    }
  }

  /** Tells that drafts have changed, here or in another window; `list` says what they are. */
  onChange(listener: () => void): { dispose(): void } {
    const own = () => listener();
    this.#listeners.add(own);
    if (!this.#poll) {
      this.#poll = setInterval(() => void this.#look(), pollEvery).unref();
      void this.#look();
    }
    return {
      dispose: () => {
        if (this.#listeners.delete(own) && this.#listeners.size === 0) this.dispose();
      },
    };
  }

  /** Ends the watch. */
  dispose(): void {
    this.#listeners.clear();
    clearInterval(this.#poll);
    clearTimeout(this.#soon);
    this.#poll = this.#soon = undefined;
    this.#watch?.close();
    this.#watch = undefined;
  }

  #fileOf(id: string): string {
    return path.join(this.#folder, `${id}.json`);
  }

  async #read(name: string): Promise<Draft | null> {
    const file = path.join(this.#folder, name);
    let found: Draft | string;
    try {
      const bytes = await readWhole(this.#files, file, largestFile);
      if (bytes === null) return null;
      found = parseDraft(bytes, name.slice(0, -'.json'.length));
    } catch (error) {
      const code = codeOf(error);
      if (!(error instanceof CairnError) && code === '') throw error;
      found = code === 'EFBIG' ? 'It is larger than any draft.' : `It cannot be read (${code || 'a link'}).`;
    }
    if (typeof found !== 'string') return found;
    this.#problem(file, found);
    return null;
  }

  /** Files of drafts, at most as many as are read: those that were written last. */
  async #entries(): Promise<{ name: string; stamp: string }[]> {
    let names: string[];
    try {
      names = await this.#files.readdir(this.#folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw unwritable(error, this.#folder);
    }
    const wanted = names.filter((name) => name.endsWith('.json') && draftId.test(name.slice(0, -5)));
    const found = [];
    for (const name of wanted) {
      const there = await this.#files.lstat(path.join(this.#folder, name)).catch(() => null);
      if (there)
        found.push({ name, at: there.mtimeMs, stamp: `${there.ino} ${there.size} ${there.mtimeMs}` });
    }
    found.sort((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1));
    if (found.length > mostDrafts) {
      this.#problem(this.#folder, `Only the newest ${mostDrafts} drafts are read.`);
    }
    return found.slice(0, mostDrafts);
  }

  /** Removes what a crash left half written; what it was to replace is there, whole. */
  async #tidy(): Promise<void> {
    const names = await this.#files.readdir(this.#folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    });
    for (const name of names.filter((one) => one.startsWith('.') && one.endsWith('.new'))) {
      const file = path.join(this.#folder, name);
      const there = await this.#files.lstat(file).catch(() => null);
      if (there && Date.now() - there.mtimeMs > stale) await this.#files.unlink(file).catch(() => {});
    }
  }

  async #inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const done = (this.#turns.get(id) ?? Promise.resolve()).then(work);
    const settled = done.catch(() => {});
    this.#turns.set(id, settled);
    try {
      return await done;
    } catch (error) {
      throw unwritable(error, this.#folder);
    } finally {
      if (this.#turns.get(id) === settled) this.#turns.delete(id);
    }
  }

  async #look(): Promise<void> {
    try {
      this.#cover();
      const seen = JSON.stringify(await this.#entries());
      const isNew = seen !== this.#seen;
      this.#seen = seen;
      if (isNew) this.#tell();
    } catch {
      // The disk is not to be had just now; the next look tries again.
    }
  }

  #cover(): void {
    if (this.#watch || this.#listeners.size === 0) return;
    try {
      const watch = fs.watch(this.#folder, { persistent: false }, () => {
        this.#soon ??= setTimeout(() => {
          this.#soon = undefined;
          void this.#look();
        }, settle).unref();
      });
      const drop = () => {
        watch.close();
        if (this.#watch === watch) this.#watch = undefined;
      };
      watch.on('error', drop);
      this.#watch = watch;
    } catch {
      // Not there yet, or no watch to be had: the poll finds what comes.
    }
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  #problem(file: string, message: string): void {
    const key = `${file}\n${message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#onProblem({ file, message });
  }
}
