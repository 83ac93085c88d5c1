import type { PullRequestRecord } from '../model/pullRequest.ts';

/** How far the pull of one mentee's pull requests in one repository has come: a small file beside the records. */
export type Marks = {
  schema: 1;
  repository: string;
  mentee: string;
  isPrivate: boolean | null;
  /** GitHub's time (ISO) of the newest change that is known to be here; `null` until a first pull was completed. */
  since: string | null;
  /** Pull requests asked for at once; smaller after a server could not answer for more. */
  pageSize: number;
  /** When it became smaller, in milliseconds since 1970. */
  shrunkAt: number | null;
  /** When open threads were last looked at again, in milliseconds since 1970. */
  checkedAt: number | null;
  /** The last pull request number that this look got to, from the highest down; `null` at the end. */
  checkedTo: number | null;
  /** Every pull request that should be here, by number; `updatedAt` is `''` where it has to be pulled (again). */
  pulls: Record<string, KnownPull>;
};

export type KnownPull = {
  id: string;
  updatedAt: string;
  /** What happened to its code was pulled as well; missing where an earlier version pulled it. */
  hasChanges?: true;
};

/** What the marks say about a pull request that is here as GitHub had it at `updatedAt`. */
export function knownPull(
  { nodeId, changes }: Pick<PullRequestRecord, 'nodeId' | 'changes'>,
  updatedAt: string,
): KnownPull {
  return { id: nodeId, updatedAt, ...(changes && { hasChanges: true }) };
}

/** How many pull requests a query asks for where the server takes it. */
export const usualPageSize = 10;

/** The marks before a first pull. */
export function newMarks(repository: string, mentee: string): Marks {
  return {
    schema: 1,
    repository,
    mentee,
    isPrivate: null,
    since: null,
    pageSize: usualPageSize,
    shrunkAt: null,
    checkedAt: null,
    checkedTo: null,
    pulls: {},
  };
}

/** Whether a file's content can be used as marks. */
export function isMarks(value: unknown): value is Marks {
  if (typeof value !== 'object' || value === null) return false;
  const marks = value as Marks;
  return (
    marks.schema === 1 &&
    typeof marks.repository === 'string' &&
    typeof marks.mentee === 'string' &&
    (marks.since === null || !Number.isNaN(Date.parse(marks.since))) &&
    Number.isInteger(marks.pageSize) &&
    marks.pageSize >= 1 &&
    marks.pageSize <= 100 &&
    [marks.shrunkAt, marks.checkedAt, marks.checkedTo].every((it) => it === null || Number.isFinite(it)) &&
    typeof marks.pulls === 'object' &&
    marks.pulls !== null &&
    Object.entries(marks.pulls).every(
      ([number, pull]) =>
        /^\d+$/.test(number) && typeof pull?.id === 'string' && typeof pull.updatedAt === 'string',
    )
  );
}
