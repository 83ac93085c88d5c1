import type * as vscode from 'vscode';
import type { ReportInput, ReportKind, SectionId } from '../../growth/report/index.ts';
import type { FollowThrough, Kudos, Recurrence, Theme } from '../../model/growth.ts';
import { dayOf } from '../../model/isoDate.ts';
import type { Feedback } from '../../model/state.ts';
import type { Growth } from '../growth/growth.ts';
import type { Store } from '../store.ts';

export type ReportParts = { store: Store; growth: Growth; log: vscode.LogOutputChannel };
/** Local days, `yyyy-mm-dd`. */
export type ReportRequest = { kind: ReportKind; from: string | null; to: string | null };

/**
 * What a report is made of, as it is now. What cannot be worked out is told to the log, and said so in the report.
 * Rejects with the signal's reason when it was left.
 */
export async function gather(
  { store, growth, log }: ReportParts,
  { kind, from, to }: ReportRequest,
  signal?: AbortSignal,
): Promise<ReportInput> {
  await store.load();
  const failed = new Set<SectionId>();
  const worked = async <T>(sections: SectionId[], work: () => Promise<T>, without: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      log.warn(
        `A part of the report could not be worked out: ${error instanceof Error ? error.stack : error}`,
      );
      for (const id of sections) failed.add(id);
      return without;
    }
  };
  const themes = await worked<readonly Theme[]>(['themes'], growth.themes, []);
  const recurrences = await worked<ReadonlyMap<string, Recurrence>>(
    ['themes'],
    growth.recurrences,
    new Map(),
  );
  const follow = await worked<ReadonlyMap<string, FollowThrough>>(
    ['acted'],
    () => growth.followAll(signal),
    new Map(),
  );
  signal?.throwIfAborted();
  const now = new Date();
  const isOwn = <T extends { isPrivate: boolean }>(all: readonly T[]) => all.filter((one) => one.isPrivate);
  return {
    ...{ kind, from, to: to ?? dayOf(now), now, themes, recurrences, follow, failed },
    state: await store.getState(),
    own: {
      goals: isOwn(store.goals),
      feedback: isOwn(store.feedback),
      actions: isOwn(store.actions),
      sessions: isOwn(store.sessions),
      kudos: isOwn(store.kudos),
      scaleAnswers: isOwn(store.scaleAnswers),
    },
    isPublic: (item) => isPublic(store, item),
  };
}

/** What the pull request says of its repository, else what was known when somebody spoke of the feedback. */
function isPublic(store: Store, item: Feedback | Kudos): boolean | null {
  const pulled = 'pullRequest' in item && item.pullRequest ? store.record(item.pullRequest)?.isPrivate : null;
  const excerpt = 'pullRequest' in item ? store.records.marks.get(item.id)?.excerpt : item.excerpt;
  const isPrivate = pulled ?? excerpt?.isPrivate ?? null;
  return isPrivate === null ? null : !isPrivate;
}
