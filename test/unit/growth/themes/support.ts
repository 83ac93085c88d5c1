import type { ThemeInput } from '../../../../src/growth/themes/types.ts';
import type { Theme, ThemeDecisions } from '../../../../src/model/growth.ts';

/** A piece of feedback that says `body`; later ids are later. */
export function piece(id: number, body: string, more: Partial<ThemeInput> = {}): ThemeInput {
  return {
    id: `f${String(id).padStart(5, '0')}`,
    body,
    tag: null,
    goalIds: [],
    path: null,
    diffHunk: null,
    at: new Date(Date.UTC(2026, 0, 1) + id * 3600_000).toISOString(),
    pullRequest: { repository: 'ada-wren/beacon', number: 1 + Math.floor(id / 3) },
    ...more,
  };
}

export const pieces = (...bodies: string[]): ThemeInput[] => bodies.map((body, id) => piece(id, body));

export function decisions(given: {
  names?: Record<string, string>;
  placed?: Record<string, string | null>;
  merged?: Record<string, string>;
}): ThemeDecisions {
  return {
    names: new Map(Object.entries(given.names ?? {})),
    placed: new Map(Object.entries(given.placed ?? {})),
    merged: new Map(Object.entries(given.merged ?? {})),
  };
}

/** Which pieces are together: a list of ids a theme. */
export const groups = (themes: readonly Theme[]): string[][] => themes.map(({ feedbackIds }) => feedbackIds);

/** The theme that a piece is in. */
export const themeWith = (themes: readonly Theme[], id: string): Theme | undefined =>
  themes.find(({ feedbackIds }) => feedbackIds.includes(id));
