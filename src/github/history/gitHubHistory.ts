import {
  type CodeCommit,
  type CodeHistory,
  type CodePlace,
  type FileChange,
  isUnknown,
  mostSteps,
  type Unknown,
  type Way,
} from '../../model/codeHistory.ts';
import { Asking, type AskingOptions } from './asking.ts';
import { type Comparison, compare } from './comparison.ts';
import { differencesOf } from './differences.ts';
import { readCommits, readFiles, readTexts, readTip } from './objects.ts';

const gone: Unknown = { unknown: 'commit-gone' };
const tooLarge: Unknown = { unknown: 'too-large' };

/**
 * The history of a repository as GitHub tells it, for where there is no clone. What it was told it remembers: make a
 * new one for news. Nothing of it is a guess: without a network, a sign-in or the permission each question rejects with
 * a CairnError.
 */
export class GitHubHistory implements CodeHistory {
  readonly #asking: Asking;
  readonly #known = new Map<string, CodeCommit>();
  readonly #comparisons = new Map<string, Promise<Comparison | null>>();
  readonly #tips = new Map<string, Promise<string | null>>();

  constructor(options: AskingOptions) {
    this.#asking = new Asking(options);
  }

  async commits(ids: readonly string[]): Promise<(CodeCommit | Unknown)[]> {
    const missing = ids.filter((id) => !this.#known.has(id));
    if (missing.length > 0) this.#learn(await readCommits(this.#asking, missing));
    return ids.map((id) => this.#known.get(id) ?? gone);
  }

  async way(from: string, to: string): Promise<Way | Unknown> {
    const compared = await this.#compare(from, to);
    if (isUnknown(compared)) return compared;
    if (compared === null) return { kind: 'apart', base: null };
    if (!compared.isAhead) return { kind: 'apart', base: compared.mergeBase };
    if (!compared.commits) return tooLarge;
    const commits = line(compared.commits, from, to);
    return commits ? { kind: 'line', commits } : { kind: 'apart', base: compared.mergeBase };
  }

  async mergeBase(one: string, other: string): Promise<string | Unknown> {
    const compared = await this.#compare(one, other);
    return compared === null ? gone : isUnknown(compared) ? compared : compared.mergeBase;
  }

  files(places: readonly CodePlace[]): Promise<(string | null | Unknown)[]> {
    return readFiles(this.#asking, places);
  }

  async texts(contents: readonly string[]): Promise<({ text: string } | Unknown)[]> {
    const texts = await readTexts(this.#asking, contents);
    return contents.map((id) => texts.get(id) ?? gone);
  }

  async changes(from: string, to: string): Promise<FileChange[] | Unknown> {
    const compared = await this.#compare(from, to);
    if (compared === null) return tooLarge;
    if (isUnknown(compared)) return compared;
    if (!compared.files) return tooLarge;
    if (compared.mergeBase === from) return compared.files;
    // A comparison begins where both went apart: what the other side did is in the one the other way round.
    const back = await this.#compare(to, from);
    if (back === null || isUnknown(back) || !back.files) return tooLarge;
    return differencesOf({ from, to, there: compared.files, back: back.files }, (places) =>
      this.files(places),
    );
  }

  async later(question: Parameters<CodeHistory['later']>[0]): Promise<CodeCommit[] | Unknown> {
    const { branch, after, path, until, most } = question;
    const tip = await this.#tip(branch);
    if (tip === null) return gone;
    const compared = await this.#compare(after, tip);
    if (compared === null || isUnknown(compared)) return compared ?? gone;
    if (!compared.isAhead) return gone;
    const [before, now] = await this.files([
      { commit: after, path },
      { commit: tip, path },
    ]);
    if (isUnknown(before) || isUnknown(now)) return isUnknown(before) ? before : (now as Unknown);
    if (before === now) return [];
    if (!compared.commits) return tooLarge;
    const all = line(compared.commits, after, tip);
    if (!all) return gone;
    const end = all.findIndex(({ at }) => Date.parse(at) > Date.parse(until));
    const within = end < 0 ? all : all.slice(0, end);
    const contents = await this.files(within.map(({ id }) => ({ commit: id, path })));
    const unknown = contents.find(isUnknown);
    if (unknown) return unknown;
    return within.filter((_, i) => contents[i] !== (i === 0 ? before : contents[i - 1])).slice(0, most);
  }

  /** `null`: both are there and have nothing in common. */
  async #compare(base: string, head: string): Promise<Comparison | null | Unknown> {
    if (![base, head].every((id) => /^[0-9a-f]{40}$/.test(id))) return gone;
    const compared = await remembered(this.#comparisons, `${base} ${head}`, () =>
      compare(this.#asking, base, head),
    );
    if (compared?.commits) this.#learn(compared.commits);
    if (compared) return compared;
    const missing = (await this.commits([base, head])).find(isUnknown);
    return missing ?? null;
  }

  #tip(branch: string): Promise<string | null> {
    return remembered(this.#tips, branch, () => readTip(this.#asking, branch));
  }

  #learn(commits: ReadonlyMap<string, CodeCommit>): void {
    for (const [id, commit] of commits) this.#known.set(id, commit);
  }
}

/** The commits by first parents, oldest first; `null` where that way leads elsewhere. */
function line(known: ReadonlyMap<string, CodeCommit>, from: string, to: string): CodeCommit[] | null {
  const commits: CodeCommit[] = [];
  for (let id = to; id !== from; ) {
    const commit = known.get(id);
    const parent = commit?.parents[0];
    if (!commit || parent === undefined || commits.length >= mostSteps) return null;
    commits.push(commit);
    id = parent;
  }
  return commits.reverse();
}

/** What is asked for once; what failed is asked for again. */
function remembered<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}
