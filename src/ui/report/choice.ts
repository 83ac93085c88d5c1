import { type Choice, type Report, type SectionId, takeOut } from '../../growth/report/index.ts';

/** What of a report is in it: claims by their id, and what goes through the whole. */
export class ReportChoice {
  readonly #report: Report;
  readonly #out = new Set<string>();
  readonly #somebody: string;

  /**
   * At first everything is in it but what is private, and names that only closed repositories tell.
   * @param before what was chosen of the same report as it was before: that stays, and what is private since is out
   */
  constructor(report: Report, somebody: string, before?: ReportChoice) {
    this.#report = report;
    this.#somebody = somebody;
    for (const id of before ? before.#out : ['closedNames']) this.#out.add(id);
    const known = new Set(before ? before.#claims().map(({ id }) => id) : []);
    for (const { id, isPrivate } of this.#claims()) if (isPrivate && !known.has(id)) this.#out.add(id);
  }

  isIn(id: string): boolean {
    return !this.#out.has(id);
  }

  put(id: string, isIn: boolean): void {
    if (isIn) this.#out.delete(id);
    else this.#out.add(id);
  }

  /** A section is in it as far as its claims are. */
  putSection(section: SectionId, isIn: boolean): void {
    for (const { id } of this.#claims(section)) this.put(id, isIn);
  }

  /** The report as it will be. */
  chosen(): Report {
    return this.#without(this.#out);
  }

  /** Everything that could be in it, to be chosen from; names and charts as they will be. */
  whole(): Report {
    return this.#without(new Set(['names', 'closedNames', 'charts'].filter((id) => this.#out.has(id))));
  }

  #without(without: Choice['without']): Report {
    return takeOut(this.#report, { without, includePrivate: true, somebody: this.#somebody });
  }

  #claims(section?: SectionId) {
    return this.#report.sections
      .filter(({ id }) => section === undefined || id === section)
      .flatMap(({ claims }) => claims);
  }
}
