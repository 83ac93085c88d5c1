import { type Earlier, RecurrenceIndex, readTheme } from '../../growth/recurrence/index.ts';
import type { Recurrence, Theme } from '../../model/growth.ts';
import type { PullRequestRecord } from '../../model/pullRequest.ts';
import type { Feedback } from '../../model/state.ts';
import type { Pace } from './pace.ts';

type Source = {
  /** The mentee's pull requests. */
  records: readonly PullRequestRecord[];
  feedback: (id: string) => Feedback | undefined;
  needed: number;
};

type Read = ReturnType<typeof readTheme>;
type Kept = { pieces: string; read: Read };

/** Where all themes stand; after a change only those are looked at anew that it concerns. */
export class Standings {
  #records: readonly PullRequestRecord[] = [];
  #needed = 0;
  #index = new RecurrenceIndex();
  #kept = new Map<string, Kept>();

  /**
   * @param changed feedback that may be another than the last time
   * @returns `isSame`: nothing of it is another than the last time
   */
  async read(
    themes: readonly Theme[],
    changed: ReadonlySet<string> | 'all',
    source: Source,
    pace: Pace,
  ): Promise<{
    recurrences: Map<string, Recurrence>;
    earlier: Map<string, Earlier>;
    isSame: boolean;
  }> {
    const isAnew = (await this.#take(source, pace)) || changed === 'all';
    const about = { ...source, pullRequests: this.#index, now: Date.now() };
    const kept = new Map<string, Kept>();
    let isSame = true;
    for (const theme of themes) {
      const pieces = theme.feedbackIds.join('\n');
      const before = this.#kept.get(theme.id);
      const mayStay =
        !isAnew && before?.pieces === pieces && !theme.feedbackIds.some((id) => changed.has(id));
      const read = mayStay ? before.read : readTheme(theme, about);
      if (!mayStay) {
        await pace();
        isSame &&= before !== undefined && JSON.stringify(plain(read)) === JSON.stringify(plain(before.read));
      }
      kept.set(theme.id, { pieces, read });
    }
    isSame &&= kept.size === this.#kept.size;
    this.#kept = kept;
    const recurrences = new Map<string, Recurrence>();
    const earlier = new Map<string, Earlier>();
    for (const [id, { read }] of kept) {
      if (!read) continue;
      recurrences.set(id, read.recurrence);
      for (const [piece, before] of read.earlier) earlier.set(piece, before);
    }
    return { recurrences, earlier, isSame };
  }

  /** Whether what there is to count by is another than the last time. */
  async #take({ records, needed }: Source, pace: Pace): Promise<boolean> {
    const isKnown =
      needed === this.#needed &&
      records.length === this.#records.length &&
      records.every((record, place) => record === this.#records[place]);
    if (isKnown) return false;
    const index = new RecurrenceIndex();
    for (const record of records) {
      await pace();
      index.put(record);
    }
    [this.#index, this.#records, this.#needed] = [index, records, needed];
    return true;
  }
}

const plain = (read: Read) => read && [read.recurrence, [...read.earlier]];
