import type { Theme, ThemeDecisions } from '../../model/growth.ts';
import type { Tag } from '../../model/state.ts';

/** A piece of feedback as far as themes are concerned. Plain JSON, bounded: see `themeInputOf`. */
export type ThemeInput = {
  /** Id of the feedback. */
  id: string;
  /** As it was written; untrusted. */
  body: string;
  /** The tag that it has, or else the one that is suggested. */
  tag: Tag | null;
  goalIds: string[];
  path: string | null;
  /** The end of the hunk: what was commented on stands there. */
  diffHunk: string | null;
  /** ISO time. */
  at: string;
  pullRequest: { repository: string; number: number } | null;
};

/** What changed since the last computation. */
export type ThemeChange = {
  /** New pieces, or new versions of known ones. */
  put?: readonly ThemeInput[];
  /** Ids of pieces that are gone. */
  remove?: readonly string[];
  decisions?: ThemeDecisions;
};

/**
 * What the worker is asked; `request` numbers come back with the answer. Messages are answered in their order.
 * A long `set` is sent in parts, so that no single message holds the sender up: each but the last has `isPart` and
 * is not answered, and only the last one's decisions count.
 */
export type ThemeRequest =
  | {
      request: number;
      act: 'set';
      inputs: readonly ThemeInput[];
      decisions: ThemeDecisions;
      isPart?: boolean;
    }
  | ({ request: number; act: 'change' } & ThemeChange);

/** `error`: a bug, with its stack where there is one; the worker goes on. */
export type ThemeAnswer = { request: number; themes: Theme[] } | { request: number; error: string };
