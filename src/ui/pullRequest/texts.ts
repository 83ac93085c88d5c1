import * as vscode from 'vscode';
import type { Publisher } from '../../github/publishing/index.ts';
import { CairnError } from '../../model/errors.ts';
import { wordsFor } from '../words/errors.ts';
import type { PullRequests } from './pullRequests.ts';
import type { PullRequestFile } from './uri.ts';

/** Most characters of texts that are kept; those that were asked for longest ago go first. */
const bound = 40_000_000;

/** Requests under way at once: GitHub asks for few. */
const atOnce = 6;

/** What a document shows: the file's text, or, where it cannot be shown, words that say why. */
export type Text = { text: string; isFile: boolean };

/** The texts of pull requests' files: of a clone on this machine where it has them, else from GitHub. */
export class Texts {
  readonly #pullRequests: PullRequests;
  readonly #publisher: () => Promise<Publisher>;
  readonly #known = new Map<string, Text>();
  readonly #asked = new Map<string, Promise<Text>>();
  #size = 0;
  #underWay = 0;
  readonly #queue: (() => void)[] = [];

  constructor(pullRequests: PullRequests, publisher: () => Promise<Publisher>) {
    this.#pullRequests = pullRequests;
    this.#publisher = publisher;
  }

  /** What is known already, without a wait. */
  known(file: PullRequestFile): Text | undefined {
    return this.#known.get(keyOf(file));
  }

  /** Never rejects: what went wrong is said in the text, and tried again the next time. */
  read(file: PullRequestFile): Promise<Text> {
    const key = keyOf(file);
    const known = this.#known.get(key);
    if (known) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return Promise.resolve(known);
    }
    let asked = this.#asked.get(key);
    if (!asked) {
      asked = this.#inTurn(file).finally(() => this.#asked.delete(key));
      this.#asked.set(key, asked);
    }
    return asked;
  }

  async #inTurn(file: PullRequestFile): Promise<Text> {
    if (this.#underWay >= atOnce) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#underWay += 1;
    try {
      // The other side of the file may have brought it meanwhile.
      return this.known(file) ?? (await this.#read(file));
    } finally {
      this.#underWay -= 1;
      this.#queue.shift()?.();
    }
  }

  async #read(file: PullRequestFile): Promise<Text> {
    try {
      const shown = await this.#pullRequests.shown(file, file.sha);
      const commit = file.side === 'LEFT' ? file.base : file.sha;
      const here = commit === null ? null : await shown.clone?.fileText(commit, file.textPath);
      if (typeof here === 'string') return this.#keep(file, { text: here, isFile: true });
      const changed = shown.files.find(({ path }) => path === file.path);
      if (!changed) throw new CairnError('not-found', vscode.l10n.t('The pull request has no such file.'));
      const { before, after } = await (await this.#publisher()).sides(shown.details, changed);
      // Both came at once: the other side will be asked for next.
      const other = file.side === 'LEFT' ? 'RIGHT' : 'LEFT';
      const otherPath = other === 'LEFT' ? (changed.previousPath ?? changed.path) : changed.path;
      this.#keep({ ...file, side: other, textPath: otherPath }, textOf(other === 'LEFT' ? before : after));
      return this.#keep(file, textOf(file.side === 'LEFT' ? before : after));
    } catch (error) {
      const words: Text = { text: wordsFor(error), isFile: false };
      // What a file is does not change; a connection may come back.
      const isLasting = error instanceof CairnError && error.code === 'file-not-shown';
      return isLasting ? this.#keep(file, words) : words;
    }
  }

  #keep(file: PullRequestFile, text: Text): Text {
    const key = keyOf(file);
    this.#size += text.text.length - (this.#known.get(key)?.text.length ?? 0);
    this.#known.delete(key);
    this.#known.set(key, text);
    for (const [old, { text: gone }] of this.#known) {
      if (this.#size <= bound || old === key) break;
      this.#known.delete(old);
      this.#size -= gone.length;
    }
    return text;
  }
}

function textOf(text: string | null): Text {
  return text === null
    ? { text: vscode.l10n.t('There is no such file at this commit.'), isFile: false }
    : { text, isFile: true };
}

function keyOf({ repository, sha, side, path, textPath }: PullRequestFile): string {
  return JSON.stringify([repository.toLowerCase(), sha, side, path, textPath]);
}
