import { themeInputOf } from '../../growth/themes/input.ts';
import type { ThemeInput } from '../../growth/themes/types.ts';
import type { ThemeDecisions } from '../../model/growth.ts';
import type { Feedback } from '../../model/state.ts';
import type { Pace } from './pace.ts';

type Source = { feedback: readonly Feedback[]; getFeedback: (id: string) => Feedback | undefined };

/** What changed of a mentee's feedback since it was asked last, as themes see it. */
export class Pieces {
  readonly #known = new Map<string, ThemeInput>();

  get count(): number {
    return this.#known.size;
  }

  /**
   * @param ids what may have changed
   * @param placed what somebody put into a theme: that is meant to be there, whoever said it
   */
  async changes(
    ids: ReadonlySet<string> | 'all',
    { feedback, getFeedback }: Source,
    placed: ThemeDecisions['placed'],
    pace: Pace,
  ): Promise<{ put: ThemeInput[]; remove: string[] }> {
    const put: ThemeInput[] = [];
    const remove: string[] = [];
    const isAll = ids === 'all';
    const asked = isAll ? new Set([...feedback.map(({ id }) => id), ...this.#known.keys()]) : ids;
    for (const id of asked) {
      await pace();
      const item = getFeedback(id);
      const isMeant = placed.get(id) != null;
      const now = item
        ? themeInputOf(isMeant ? { ...item, isBot: false, isSetAsideSuggested: false } : item)
        : null;
      const before = this.#known.get(id);
      if (now && !(before && isSame(now, before))) {
        this.#known.set(id, now);
        put.push(now);
      } else if (!now && before) {
        this.#known.delete(id);
        remove.push(id);
      }
    }
    return { put, remove };
  }
}

function isSame(one: ThemeInput, other: ThemeInput): boolean {
  return (
    one.body === other.body &&
    one.tag === other.tag &&
    one.goalIds.join(' ') === other.goalIds.join(' ') &&
    one.path === other.path &&
    one.diffHunk === other.diffHunk &&
    one.at === other.at &&
    one.pullRequest?.repository === other.pullRequest?.repository &&
    one.pullRequest?.number === other.pullRequest?.number
  );
}
