import fs from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { placeFile, readWhole } from '../../journal/disk/wholeFile.ts';
import { sessionKinds } from '../../model/kinds.ts';

const text = (longest: number) => z.string().check(z.maxLength(longest));
const named = /^[0-9A-Za-z]{1,40}\.json$/;
/** Bytes of a file, and files. */
const largest = 1024 * 1024;
const most = 20;

const draftSchema = z.object({
  id: text(40),
  /** The planned session that it is about. */
  planned: z.nullable(text(200)),
  kind: z.enum(sessionKinds),
  /** Without the user. */
  people: z.array(text(200)),
  minutes: z.nullable(z.int()),
  goals: z.array(text(200)),
  link: z.nullable(text(2000)),
  /** As they were typed, one line each. */
  rows: z.array(text(100_000)),
  /** The line that was not ended yet. */
  typed: text(100_000),
  isPrivate: z.boolean(),
  /** ISO time. */
  updatedAt: text(40),
});

/** A session that somebody began to log and has not logged. */
export type SessionDraft = z.infer<typeof draftSchema>;

/**
 * Sessions that were begun and left, of one space: a file each in `<data>/drafts/<space>/sessions`, as with everything
 * else that was typed and not sent. Where the disk refuses, they are here as long as the window is.
 */
export class Unlogged {
  readonly #folder: string;
  readonly #here = new Map<string, SessionDraft | null>();
  #writing: Promise<unknown> = Promise.resolve();

  /** @param folder made when it is needed */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The newest first. A file that is none of these is left alone. */
  async list(): Promise<SessionDraft[]> {
    await this.#writing;
    const names = await fs.promises.readdir(this.#folder).catch(() => []);
    const found = new Map<string, SessionDraft>();
    for (const name of names.filter((one) => named.test(one)).slice(0, 200)) {
      const draft = await this.#read(name);
      if (draft && `${draft.id}.json` === name) found.set(draft.id, draft);
    }
    for (const [id, draft] of this.#here) {
      if (draft) found.set(id, draft);
      else found.delete(id);
    }
    return [...found.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, most);
  }

  /** Keeps it, in the place of the one with its id. */
  keep(draft: SessionDraft): void {
    this.#here.set(draft.id, draft);
    const file = join(this.#folder, `${draft.id}.json`);
    this.#inTurn(async () => {
      if (this.#here.get(draft.id) !== draft) return;
      await placeFile(fs.promises, file, `${JSON.stringify(draft)}\n`, `${file}.new`);
    });
  }

  /** It was logged, or is not wanted. */
  remove(id: string): void {
    this.#here.set(id, null);
    this.#inTurn(() => fs.promises.rm(join(this.#folder, `${id}.json`), { force: true }));
  }

  #inTurn(work: () => Promise<unknown>): void {
    this.#writing = this.#writing.then(work).catch(() => {});
  }

  async #read(name: string): Promise<SessionDraft | null> {
    try {
      const bytes = await readWhole(fs.promises, join(this.#folder, name), largest);
      return z.parse(draftSchema, JSON.parse(String(bytes)));
    } catch {
      return null;
    }
  }
}
