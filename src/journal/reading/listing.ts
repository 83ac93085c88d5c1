import type { Dirent } from 'node:fs';
import path from 'node:path';
import { codeOf, type Files } from '../disk/files.ts';
import { writerPattern } from '../writer.ts';
import type { Problems } from './problems.ts';

const fileName = /^(\d{4}-\d{2})(?:\.(\d{1,4}))?\.jsonl$/;

/** Lists a journal: its writers' folders and their files. What else stands there, and why, is reported. */
export class Listing {
  readonly #files: Files;
  readonly #folder: string;
  readonly #problems: Problems;

  /** @param folder the journal's */
  constructor(files: Files, folder: string, problems: Problems) {
    this.#files = files;
    this.#folder = folder;
    this.#problems = problems;
  }

  /** The journal's folder and each writer's. */
  async folders(): Promise<string[]> {
    const writers = (await this.#list(this.#folder)) ?? [];
    const isWriter = (entry: Dirent) => entry.isDirectory() && writerPattern.test(entry.name);
    return [this.#folder, ...writers.filter(isWriter).map(({ name }) => path.join(this.#folder, name))];
  }

  /** The files, writer by writer, each in the order in which its writer wrote them. */
  async journalFiles(): Promise<{ file: string; writer: string }[]> {
    const found: { file: string; writer: string }[] = [];
    for (const writer of ((await this.#list(this.#folder)) ?? []).sort(byName)) {
      const folder = path.join(this.#folder, writer.name);
      if (!writer.isDirectory() || !writerPattern.test(writer.name)) {
        this.#problems.report(folder, 0, 'This is no folder of a writer; it was not read.');
        continue;
      }
      for (const entry of ((await this.#list(folder)) ?? []).sort(byMonth)) {
        const file = path.join(folder, entry.name);
        if (entry.isFile() && fileName.test(entry.name)) found.push({ file, writer: writer.name });
        else this.#problems.report(file, 0, 'This is no file of a journal; it was not read.');
      }
    }
    return found;
  }

  async #list(folder: string): Promise<Dirent[] | null> {
    try {
      if ((await this.#files.lstat(folder)).isDirectory())
        return await this.#files.readdir(folder, { withFileTypes: true });
      this.#problems.report(folder, 0, 'This is no folder; it was not read.');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT')
        this.#problems.report(folder, 0, `The folder could not be read (${codeOf(error) || error}).`);
    }
    return null;
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

/** By month and then by part, so that what a writer wrote first is read first; what is no such file by its name. */
function byMonth(a: Dirent, b: Dirent): number {
  const [, month, part = 1] = fileName.exec(a.name) ?? [];
  const [, otherMonth, otherPart = 1] = fileName.exec(b.name) ?? [];
  return month !== undefined && month === otherMonth ? Number(part) - Number(otherPart) : byName(a, b);
}
