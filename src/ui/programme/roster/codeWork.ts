import * as vscode from 'vscode';
import { type Touch, type Trace, touchesOf } from '../../../programme/match/work.ts';
import type { Person } from '../../../programme/roster/types.ts';
import { rootOf } from '../../annotations/place.ts';
import type { Deps } from '../../commands/deps.ts';

/** Commits that are read of each clone. */
const mostCommits = 5000;
const year = 365 * 864e5;
/** Repositories of a workspace that are read. */
const mostFolders = 5;

/**
 * Who worked on which part of the code, from the clones of this workspace and from the feedback that was pulled: counts
 * of this machine only, kept nowhere. What cannot be read is left out; without a trusted workspace nothing runs.
 */
export async function readTouches(
  { git, store, log }: Pick<Deps, 'git' | 'store' | 'log'>,
  people: readonly Person[],
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<Touch[]> {
  const traces: Trace[] = [];
  for (const { author, path } of store.feedback)
    if (path !== null) traces.push({ login: author, paths: [path] });
  for (const { author, changes } of store.pullRequests)
    if (author && changes?.files)
      traces.push({ login: author.login, paths: changes.files.map(({ path }) => path) });
  for (const root of await roots()) {
    try {
      const { touches } = await import('../../../git/touches.ts');
      const range = { since: now.getTime() - year, most: mostCommits, ...(signal ? { signal } : {}) };
      const { commits } = await touches(await git(), root, range);
      for (const { people: authors, paths } of commits)
        for (const author of authors) traces.push({ ...author, paths });
    } catch (error) {
      signal?.throwIfAborted();
      // A folder without a repository, a machine without git.
      log.debug(`Match: ${root}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return touchesOf(traces, people);
}

/** The work trees that the folders of this window are in. */
async function roots(): Promise<string[]> {
  if (!vscode.workspace.isTrusted) return [];
  const found = new Set<string>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const root = uri.scheme === 'file' ? await rootOf(vscode.Uri.joinPath(uri, 'x')) : null;
    if (root) found.add(root.fsPath);
  }
  return [...found].slice(0, mostFolders);
}
