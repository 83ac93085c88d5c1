import type { Place } from './place.ts';

/** A login; `null` is a deleted account. */
export type Who = string | null;

/** A thread in the making: what was said on a place, in turn. */
export class Talk {
  readonly place: Place;
  readonly turns: { who: Who | undefined; body: string }[];
  resolver: string | null = null;
  isMinimized = false;

  constructor(place: Place, body: string) {
    this.place = place;
    this.turns = [{ who: undefined, body }];
  }

  answered(who: Who, body: string): this {
    this.turns.push({ who, body });
    return this;
  }

  resolvedBy(login: string): this {
    this.resolver = login;
    return this;
  }

  minimized(): this {
    this.isMinimized = true;
    return this;
  }
}

/** Begins a thread; who says it is told by the round that it is part of. */
export function comment(place: Place, body: string): Talk {
  return new Talk(place, body);
}
