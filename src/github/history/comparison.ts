import * as z from 'zod/mini';
import { type CodeCommit, type FileChange, mostFiles, mostSteps } from '../../model/codeHistory.ts';
import { unreadable } from '../failure.ts';
import type { Asking } from './asking.ts';

/** What GitHub says of two commits: of `base...head`, what `head` has since both went apart. */
export type Comparison = {
  mergeBase: string;
  /** `base` is where `head` comes from, or the same. */
  isAhead: boolean;
  /** Commits of `head` that `base` has not, by id; `null` where they are too many. */
  commits: ReadonlyMap<string, CodeCommit> | null;
  /** Files that differ between the merge base and `head`; `null` where they are too many. */
  files: FileChange[] | null;
};

const id = z.string().check(z.regex(/^[0-9a-f]{40}$/));
const commitShape = z.object({
  sha: id,
  commit: z.object({ committer: z.catch(z.nullable(z.object({ date: z.string() })), null) }),
  parents: z.array(z.object({ sha: id })),
});
const fileShape = z.object({
  filename: z.string(),
  previous_filename: z.optional(z.string()),
  status: z.string(),
  sha: z.catch(z.nullable(id), null),
});
const comparisonShape = z.object({
  status: z.string(),
  total_commits: z.int(),
  merge_base_commit: z.object({ sha: id }),
  commits: z.array(commitShape),
  files: z.catch(z.optional(z.array(fileShape)), undefined),
});

/** Commits of a page where the first answer has not all of them. */
const pageSize = 100;

/** Compares two commits by their full ids; `null` where one is not there, or they have nothing in common. */
export async function compare(asking: Asking, base: string, head: string): Promise<Comparison | null> {
  const path = `/compare/${base}...${head}`;
  const answer = await asking.rest(path);
  if (answer === null) return null;
  const { data } = comparisonShape.safeParse(answer);
  if (!data) throw unreadable('a comparison in an unknown form');
  const { files } = data;
  return {
    mergeBase: data.merge_base_commit.sha,
    isAhead: data.status === 'ahead' || data.status === 'identical',
    commits: await allCommits(asking, path, data),
    files: files && files.length < mostFiles ? files.map(changeOf) : null,
  };
}

async function allCommits(
  asking: Asking,
  path: string,
  { commits, total_commits }: z.infer<typeof comparisonShape>,
): Promise<Comparison['commits']> {
  if (total_commits > mostSteps) return null;
  const known = new Map(commits.map(commitOf));
  for (let page = 1; known.size < total_commits; page += 1) {
    const { data } = comparisonShape.safeParse(
      await asking.rest(`${path}?per_page=${pageSize}&page=${page}`),
    );
    if (!data || data.commits.length === 0) return null;
    for (const [key, commit] of data.commits.map(commitOf)) known.set(key, commit);
  }
  return known;
}

function commitOf({ sha, commit, parents }: z.infer<typeof commitShape>): [string, CodeCommit] {
  const at = isoOf(commit.committer?.date);
  return [sha, { id: sha, parents: parents.map((parent) => parent.sha), at }];
}

/** A commit may claim any time; one that no calendar has becomes the first of all. */
export function isoOf(time: string | undefined): string {
  const at = Date.parse(time ?? '');
  return new Date(Number.isNaN(at) ? 0 : at).toISOString();
}

/** GitHub names the content after the change only. */
function changeOf({ filename, previous_filename, status, sha }: z.infer<typeof fileShape>): FileChange {
  const before = { path: previous_filename ?? filename, content: null };
  const after = { path: filename, content: sha };
  if (status === 'removed') return { before, after: null };
  return { before: status === 'added' || status === 'copied' ? null : before, after };
}
