import type { Skipped } from '../../git/types.ts';
import { CairnError, type ErrorCode } from '../../model/errors.ts';

/** How a space stands to its remote, as plain data for who draws it. */
export type SyncStatus = {
  /** What people call the space. A stranger's words where it was joined. */
  name: string;
  /** What the remote is called, `github.com/ann/space`; `null` for a space that is on this machine only. */
  remote: string | null;
  isSyncing: boolean;
  /** Own events that the remote does not have yet. */
  waiting: number;
  /** When all was in step last, milliseconds since 1970; `null` where this window has not seen it so yet. */
  inStepAt: number | null;
  /** What the last try failed with, until one succeeds. */
  failure: { error: unknown; times: number } | null;
  /** What of the remote the last sync left alone. */
  skipped: readonly Skipped[];
};

/** What to show of it, the first that fits. */
export type SyncKind =
  | 'local'
  | 'attention'
  | 'syncing'
  | 'offline'
  | 'waiting'
  | 'skipped'
  | 'inStep'
  | 'unknown';

const forPerson: ReadonlySet<ErrorCode> = new Set([
  'sync-unauthorized',
  'git-missing',
  'bad-remote',
  'not-a-space',
  'remote-not-empty',
  'bad-space',
  'journal-unwritable',
]);

/** Whether trying again helps nothing until a person has done something. */
export function needsPerson(error: unknown): boolean {
  return error instanceof CairnError && forPerson.has(error.code);
}

export const isOffline = (error: unknown) => error instanceof CairnError && error.code === 'offline';

/** Whether a person should look at this failure. What git failed with once may be over with the next try. */
export function isForPerson({ error, times }: NonNullable<SyncStatus['failure']>): boolean {
  return !isOffline(error) && (needsPerson(error) || times > 1);
}

export function kindOf(status: SyncStatus): SyncKind {
  const { failure } = status;
  if (status.remote === null) return 'local';
  if (failure && isForPerson(failure)) return 'attention';
  if (failure && isOffline(failure.error)) return 'offline';
  if (status.isSyncing) return 'syncing';
  if (status.waiting > 0) return 'waiting';
  if (status.inStepAt === null) return 'unknown';
  return status.skipped.length > 0 ? 'skipped' : 'inStep';
}
