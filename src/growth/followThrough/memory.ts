import {
  type CodeCommit,
  type CodeHistory,
  type CodePlace,
  type FileChange,
  isUnknown,
  type Unknown,
  type Way,
} from '../../model/codeHistory.ts';
import { Book, type Code, type Lineage, mapLines } from './code.ts';

/** Texts of one pull request that are kept while its comments are followed, and comparisons of two. */
const mostTexts = 200;

/** A text, a later one, and how its lines went there. */
export type Compared = { old: Code; now: Code } & Lineage;

/** A history that is asked each question once, for the comments of one pull request. */
export class Memory {
  readonly #history: CodeHistory;
  readonly #book = new Book();
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #codes = new Map<string, Promise<Code | Unknown>>();
  readonly #maps = new Map<string, Lineage>();

  constructor(history: CodeHistory) {
    this.#history = history;
  }

  async commit(id: string): Promise<CodeCommit | Unknown> {
    return this.#once(`commit ${id}`, async () => (await this.#history.commits([id]))[0]!);
  }

  way(from: string, to: string): Promise<Way | Unknown> {
    return this.#once(`way ${from} ${to}`, () => this.#history.way(from, to));
  }

  mergeBase(one: string, other: string): Promise<string | Unknown> {
    return this.#once(`base ${one} ${other}`, () => this.#history.mergeBase(one, other));
  }

  changes(from: string, to: string): Promise<FileChange[] | Unknown> {
    return this.#once(`changes ${from} ${to}`, () => this.#history.changes(from, to));
  }

  later(question: Parameters<CodeHistory['later']>[0]): Promise<CodeCommit[] | Unknown> {
    return this.#once(`later ${JSON.stringify(question)}`, () => this.#history.later(question));
  }

  async file(commit: string, path: string): Promise<string | null | Unknown> {
    return (await this.files([{ commit, path }]))[0]!;
  }

  /** What is not known yet is asked in one question. */
  async files(places: readonly CodePlace[]): Promise<(string | null | Unknown)[]> {
    const key = ({ commit, path }: CodePlace) => `file ${commit}:${path}`;
    const missing = places.filter((place) => !this.#answers.has(key(place)));
    if (missing.length > 0) {
      const asked = this.#history.files(missing);
      for (const [i, place] of missing.entries())
        this.#keep(
          key(place),
          asked.then((all) => all[i]!),
        );
    }
    return Promise.all(
      places.map((place) => this.#answers.get(key(place)) as Promise<string | null | Unknown>),
    );
  }

  async code(content: string): Promise<Code | Unknown> {
    return (await this.codes([content]))[0]!;
  }

  async codes(contents: readonly string[]): Promise<(Code | Unknown)[]> {
    const missing = [...new Set(contents)].filter((content) => !this.#codes.has(content));
    if (this.#codes.size + missing.length > mostTexts) {
      this.#codes.clear();
      this.#maps.clear();
      missing.splice(0, missing.length, ...new Set(contents));
    }
    if (missing.length > 0) {
      const asked = this.#history.texts(missing);
      for (const [i, content] of missing.entries()) {
        const code = asked.then((all) => {
          const one = all[i]!;
          return isUnknown(one) ? one : this.#book.read(one.text);
        });
        code.catch(() => this.#codes.delete(content));
        this.#codes.set(content, code);
      }
    }
    return Promise.all(contents.map((content) => this.#codes.get(content)!));
  }

  /** Which line of a later content each line of an earlier one is. */
  async map(old: string, now: string): Promise<Compared | Unknown> {
    const [before, after] = await this.codes([old, now]);
    if (isUnknown(before)) return before;
    if (isUnknown(after)) return after;
    const key = `${old} ${now}`;
    const lineage = this.#maps.get(key) ?? mapLines(before!, after!);
    this.#maps.set(key, lineage);
    return { old: before!, now: after!, ...lineage };
  }

  #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    return (this.#answers.get(key) as Promise<T> | undefined) ?? this.#keep(key, ask());
  }

  #keep<T>(key: string, answer: Promise<T>): Promise<T> {
    this.#answers.set(key, answer);
    // What failed is asked again.
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
