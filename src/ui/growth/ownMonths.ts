import { ownComments } from '../../coach/reviewer/ownComments.ts';
import { traitsOf } from '../../coach/reviewer/traits.ts';
import { type Traits, trendOf } from '../../coach/reviewer/trend.ts';
import type { OwnMonth } from '../../growth/panel/mentoring.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';

/** Comments that are read in one go: the extension host has other things to do, too. */
const batch = 40;

/** The own review comments of whoever looks at the panel, by month; each text is read once. */
export class OwnMonths {
  readonly #known = new Map<string, Traits>();

  async of(pullRequests: readonly PullRequestRecord[], login: string | null): Promise<OwnMonth[]> {
    if (login === null) return [];
    const comments = ownComments(pullRequests, login);
    let read = 0;
    for (const { body } of comments) {
      if (this.#known.has(body)) continue;
      this.#known.set(body, traitsOf(body));
      read += 1;
      if (read % batch === 0) await new Promise((done) => setImmediate(done));
    }
    return trendOf({
      comments,
      traitsOf: (body) => this.#known.get(body) ?? traitsOf(body),
      ratings: new Map(),
      authored: new Map(),
    });
  }
}
