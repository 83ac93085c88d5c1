/** The hourly budget of one resource (`graphql` points or `core` REST requests). */
export class RateLimit {
  readonly resource: 'graphql' | 'core';
  limit = 5000;
  used = 0;
  /** Milliseconds since 1970. */
  resetAt: number;
  readonly #now: () => number;

  constructor(resource: 'graphql' | 'core', now: () => number) {
    this.resource = resource;
    this.#now = now;
    this.resetAt = now() + 3_600_000;
  }

  get remaining(): number {
    this.#roll();
    return Math.max(0, this.limit - this.used);
  }

  /** False when the budget does not hold `cost` any more; nothing is taken then. */
  take(cost: number): boolean {
    if (this.remaining < cost) return false;
    this.used += cost;
    return true;
  }

  /** In the shape of GraphQL's `rateLimit`, without the query's own figures. */
  state() {
    return {
      limit: this.limit,
      remaining: this.remaining,
      used: this.used,
      resetAt: new Date(this.resetAt).toISOString(),
    };
  }

  headers(): Record<string, string> {
    return {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(this.remaining),
      'x-ratelimit-used': String(this.used),
      'x-ratelimit-reset': String(Math.ceil(this.resetAt / 1000)),
      'x-ratelimit-resource': this.resource,
    };
  }

  #roll(): void {
    if (this.#now() < this.resetAt) return;
    this.used = 0;
    this.resetAt = this.#now() + 3_600_000;
  }
}
