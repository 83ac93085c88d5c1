import type { Mentorship } from '../../../model/state.ts';
import type { PanelOffer } from '../../panel/index.ts';
import { day, localDay } from '../../words/time.ts';
import type { Health, HealthStore } from '../look.ts';

/** What a section of the panel is made from, and where its offers get their acts. */
export class Around {
  readonly look: Health;
  readonly mentorship: Mentorship;
  readonly store: HealthStore;
  readonly #acts: Map<string, () => Promise<unknown>>;

  constructor(
    { look, mentorship, store }: { look: Health; mentorship: Mentorship; store: HealthStore },
    acts: Map<string, () => Promise<unknown>>,
  ) {
    this.look = look;
    this.mentorship = mentorship;
    this.store = store;
    this.#acts = acts;
  }

  /** Something to do; `id` is unique in the panel. */
  offer(id: string, label: string, act: () => Promise<unknown>, more: Partial<PanelOffer> = {}): PanelOffer {
    this.#acts.set(id, act);
    return { id, label, ...more };
  }

  /** A day as people write it. */
  on(isoDay: string): string {
    return day(localDay(isoDay), this.look.now);
  }
}
