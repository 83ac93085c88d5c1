import type { PullRequestRecord } from '../../model/pullRequest.ts';
import { factsOf, type PullRequestFacts, placesOf } from './facts.ts';

/** The reviewed pull requests of one mentee, found by what they touched. */
export class RecurrenceIndex {
  /** By key: what was pulled again counts once. */
  readonly #facts = new Map<string, PullRequestFacts>();
  #byPlace: Map<string, PullRequestFacts[]> | undefined;
  #inPart: PullRequestFacts[] = [];

  /** Adds a pull request, or takes its newer record. Cheap for a record that was seen before, by whichever index. */
  put(record: PullRequestRecord): void {
    const facts = factsOf(record);
    this.#facts.set(facts.key, facts);
    this.#byPlace = undefined;
  }

  get(key: string): PullRequestFacts | undefined {
    return this.#facts.get(key);
  }

  /**
   * Those that touched one of these paths or a file of the same kind in the same folder, and those of which that is
   * not known. Without a path nothing can be told of any.
   */
  touching(paths: readonly { repository: string; path: string }[]): {
    matching: ReadonlySet<PullRequestFacts>;
    unknown: PullRequestFacts[];
  } {
    const byPlace = this.#places();
    if (paths.length === 0) return { matching: new Set(), unknown: this.#reviewed() };
    const places = new Set(paths.flatMap(({ repository, path }) => placesOf(repository, path)));
    const matching = new Set<PullRequestFacts>();
    for (const place of places) for (const facts of byPlace.get(place) ?? []) matching.add(facts);
    // What happened in a repository where the theme has no code is no opportunity, whatever it touched.
    const repositories = new Set(paths.map(({ repository }) => repository.toLowerCase()));
    const unknown = this.#inPart.filter(
      (facts) => !matching.has(facts) && repositories.has(facts.record.repository.toLowerCase()),
    );
    return { matching, unknown };
  }

  #reviewed(): PullRequestFacts[] {
    return [...this.#facts.values()].filter(({ isReviewed }) => isReviewed);
  }

  #places(): Map<string, PullRequestFacts[]> {
    if (this.#byPlace) return this.#byPlace;
    const byPlace = new Map<string, PullRequestFacts[]>();
    const reviewed = this.#reviewed();
    for (const facts of reviewed) {
      for (const place of facts.places) {
        const list = byPlace.get(place);
        if (list) list.push(facts);
        else byPlace.set(place, [facts]);
      }
    }
    this.#inPart = reviewed.filter(({ isWhole }) => !isWhole);
    this.#byPlace = byPlace;
    return byPlace;
  }
}
