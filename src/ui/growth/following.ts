import type { FollowThrough } from '../../model/growth.ts';
import type { GrowthParts } from './growthCore.ts';

/** What became of commented lines: what is known, and what works out the rest. */
export class Following {
  readonly #known = new Map<string, FollowThrough>();

  constructor(_parts: GrowthParts, _onChange: () => void) {}

  /** What is known now, without a wait. */
  of(feedbackId: string): FollowThrough | undefined {
    return this.#known.get(feedbackId);
  }

  /** All line comments of the mentee. Rejects with the signal's reason when it was left. */
  async all(signal?: AbortSignal): Promise<ReadonlyMap<string, FollowThrough>> {
    signal?.throwIfAborted();
    return this.#known;
  }

  dispose(): void {}
}
