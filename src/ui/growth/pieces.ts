import { themeInputOf } from '../../growth/themes/input.ts';
import type { ThemeInput } from '../../growth/themes/types.ts';
import type { Feedback } from '../../model/state.ts';
import type { Pace } from './pace.ts';

/** What changed of a mentee's feedback since it was asked last, as themes see it. */
export class Pieces {
  readonly #known = new Map<string, ThemeInput>();

  get count(): number {
    return this.#known.size;
  }

  /**
   * @param ids what may have changed
   * @param find the feedback as it is now, of this mentee
   */
  async changes(
    ids: ReadonlySet<string> | 'all',
    feedback: readonly Feedback[],
    find: (id: string) => Feedback | undefined,
    pace: Pace,
  ): Promise<{ put: ThemeInput[]; remove: string[] }> {
    const put: ThemeInput[] = [];
    const remove: string[] = [];
    const isAll = ids === 'all';
    const asked = isAll ? new Set([...feedback.map(({ id }) => id), ...this.#known.keys()]) : ids;
    for (const id of asked) {
      await pace();
      const item = find(id);
      const now = item ? themeInputOf(item) : null;
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
