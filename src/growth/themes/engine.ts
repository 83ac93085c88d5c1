import type { Theme, ThemeDecisions } from '../../model/growth.ts';
import { bucketOf, type Cluster, clustersOf } from './clusters.ts';
import { decided } from './decided.ts';
import { Names } from './names.ts';
import { type Reading, readFeedback } from './reading.ts';
import type { ThemeChange, ThemeInput } from './types.ts';

const none: ThemeDecisions = { names: new Map(), placed: new Map(), merged: new Map() };

/** Pieces that may be in one theme, in canonical order, and what was made of them. */
type Bucket = { pieces: Reading[]; clusters: Cluster[] | null };

/**
 * Themes of one mentee's feedback. They depend on what feedback there is and what people decided, never on the
 * order in which either arrived: each act answers what `set` would for the same feedback and decisions.
 */
export class ThemeEngine {
  readonly #readings = new Map<string, Reading>();
  readonly #buckets = new Map<string, Bucket>();
  readonly #names = new Names();
  #decisions: ThemeDecisions = none;

  /** Forgets all and begins with this. Of two inputs with one id the later counts. */
  set(inputs: readonly ThemeInput[], decisions: ThemeDecisions = none): Theme[] {
    this.#readings.clear();
    this.#buckets.clear();
    return this.change({ put: inputs, decisions });
  }

  /** Adds a piece of feedback, or takes its new version. */
  put(input: ThemeInput): Theme[] {
    return this.change({ put: [input] });
  }

  remove(id: string): Theme[] {
    return this.change({ remove: [id] });
  }

  decide(decisions: ThemeDecisions): Theme[] {
    return this.change({ decisions });
  }

  /** All of it in one step; what is both put and removed stays. */
  change({ put = [], remove = [], decisions }: ThemeChange): Theme[] {
    const old = new Set<Reading>();
    const fresh = new Map<string, Reading>();
    for (const id of remove) this.#take(id, old);
    for (const input of put) {
      this.#take(input.id, old);
      fresh.set(input.id, readFeedback(input));
    }
    for (const [id, reading] of fresh) this.#readings.set(id, reading);
    this.#refill(old, [...fresh.values()]);
    if (decisions) this.#decisions = decisions;
    return decided(this.#clusters(), this.#readings, this.#decisions, this.#names);
  }

  #take(id: string, old: Set<Reading>): void {
    const reading = this.#readings.get(id);
    if (!reading) return;
    this.#readings.delete(id);
    old.add(reading);
  }

  /** Takes old pieces out of their buckets and puts new ones in; what no bucket lost or got stays as computed. */
  #refill(old: ReadonlySet<Reading>, fresh: readonly Reading[]): void {
    const come = new Map<string, Reading[]>();
    for (const reading of old) come.set(bucketOf(reading), []);
    for (const reading of fresh) {
      const key = bucketOf(reading);
      const list = come.get(key);
      if (list) list.push(reading);
      else come.set(key, [reading]);
    }
    for (const [key, list] of come) {
      const kept = this.#buckets.get(key)?.pieces ?? [];
      const pieces = [...(old.size === 0 ? kept : kept.filter((one) => !old.has(one))), ...list];
      pieces.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
      if (pieces.length === 0) this.#buckets.delete(key);
      else this.#buckets.set(key, { pieces, clusters: null });
    }
  }

  #clusters(): Cluster[] {
    const all: Cluster[] = [];
    for (const bucket of this.#buckets.values()) {
      bucket.clusters ??= clustersOf(bucket.pieces);
      all.push(...bucket.clusters);
    }
    return all;
  }
}
