import { isId } from './parse.ts';

/** Newest commits of a branch, by first parents, that are looked at. */
const mostCommits = 50_000;

type Chain = { ids: string[]; seconds: Float64Array; places: Map<string, number> };

/** The branches of a clone, its own and those that it knows of remotes, each as a line of commits by first parents. */
export class Branches {
  readonly #run: (args: readonly string[]) => Promise<{ stdout: Buffer }>;
  #tips: Promise<{ tip: string; name: string }[]> | undefined;
  readonly #chains = new Map<string, Promise<Chain>>();

  constructor(run: (args: readonly string[]) => Promise<{ stdout: Buffer }>) {
    this.#run = run;
  }

  /**
   * The commits that came after one of a branch, oldest first, up to the first that is later than `until`; `null` where
   * no branch of that name comes from it. Of several (one's own and a remote's) the one that went furthest.
   */
  async since(branch: string, after: string, until: string): Promise<string[] | null> {
    let longest: string[] | null = null;
    for (const tip of await this.#named(branch)) {
      const { ids, seconds, places } = await this.#chain(tip);
      const place = places.get(after);
      if (place === undefined) continue;
      let first = place;
      while (first > 0 && seconds[first - 1]! * 1000 <= Date.parse(until)) first--;
      const since = ids.slice(first, place).reverse();
      if (longest === null || since.length > longest.length) longest = since;
    }
    return longest;
  }

  async #named(branch: string): Promise<string[]> {
    this.#tips ??= this.#list();
    const tips = (await this.#tips).filter(
      ({ name }) =>
        name === `refs/heads/${branch}` || /^refs\/remotes\/[^/]+\/(.*)$/s.exec(name)?.[1] === branch,
    );
    return [...new Set(tips.map(({ tip }) => tip))];
  }

  async #list(): Promise<{ tip: string; name: string }[]> {
    const { stdout } = await this.#run([
      'for-each-ref',
      '--format=%(objectname) %(refname)',
      'refs/heads',
      'refs/remotes',
    ]);
    return stdout
      .toString()
      .split('\n')
      .map((line) => ({ tip: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }))
      .filter(({ tip }) => isId(tip));
  }

  #chain(tip: string): Promise<Chain> {
    const known = this.#chains.get(tip) ?? this.#read(tip);
    this.#chains.set(tip, known);
    return known;
  }

  async #read(tip: string): Promise<Chain> {
    const { stdout } = await this.#run([
      'rev-list',
      '--first-parent',
      '--timestamp',
      `--max-count=${mostCommits}`,
      tip,
    ]);
    const lines = stdout
      .toString()
      .split('\n')
      .filter((line) => line !== '');
    const ids = lines.map((line) => line.slice(line.indexOf(' ') + 1));
    const seconds = Float64Array.from(lines, (line) => Number(line.slice(0, line.indexOf(' '))));
    return { ids, seconds, places: new Map(ids.map((id, i) => [id, i])) };
  }
}
