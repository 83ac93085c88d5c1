import type { Work } from '../work/work.ts';

export type Status = {
  branch: string | null;
  head: string | null;
  staged: string[];
  unstaged: string[];
  untracked: string[];
  conflicted: string[];
  submodules: string[];
  /** Of `unstaged`, what is no longer there. */
  deleted: string[];
  /** Staged as deleted: a file that is there nevertheless is ignored by now. */
  unindexed: string[];
};

/** One look at the working tree. `index`: another index file than the repository's. */
export async function readStatus(work: Work, index?: string): Promise<Status> {
  const args = ['--branch', '--no-ahead-behind', '--no-renames', '--untracked-files=all'];
  const { stdout } = await work.read(
    // What a submodule holds is its own affair; only whether it stands on another commit is asked.
    ['status', '--porcelain=v2', '-z', ...args, '--ignore-submodules=dirty'],
    index === undefined ? {} : { env: { GIT_INDEX_FILE: index } },
  );
  return parseStatus(stdout.toString('utf8'));
}

/** Reads `git status --porcelain=v2 -z --branch`; paths hold whatever a file's name may hold. */
export function parseStatus(output: string): Status {
  const status: Status = {
    branch: null,
    head: null,
    staged: [],
    unstaged: [],
    untracked: [],
    conflicted: [],
    submodules: [],
    deleted: [],
    unindexed: [],
  };
  for (const record of output.split('\0')) {
    const kind = record.slice(0, 2);
    if (kind === '# ') readHeader(record, status);
    else if (kind === '1 ') readChange(record, status);
    else if (kind === 'u ') status.conflicted.push(afterFields(record, 10));
    else if (kind === '? ') {
      const path = record.slice(2);
      // A repository inside of this one is shown as a folder.
      (path.endsWith('/') ? status.submodules : status.untracked).push(path);
    }
  }
  return status;
}

function readHeader(record: string, status: Status): void {
  const [, name, ...rest] = record.split(' ');
  const value = rest.join(' ');
  if (name === 'branch.oid') status.head = value === '(initial)' ? null : value;
  if (name === 'branch.head') status.branch = value === '(detached)' ? null : value;
}

function readChange(record: string, status: Status): void {
  const [, xy = '..', sub = 'N...'] = record.split(' ', 3);
  const path = afterFields(record, 8);
  if (xy[0] !== '.') status.staged.push(path);
  if (xy[0] === 'D') status.unindexed.push(path);
  if (xy[1] === 'D') status.deleted.push(path);
  if (xy[1] !== '.') (sub.startsWith('S') ? status.submodules : status.unstaged).push(path);
}

/** What comes after so many fields, blanks included. */
function afterFields(record: string, count: number): string {
  let at = 0;
  for (let i = 0; i < count; i++) at = record.indexOf(' ', at) + 1;
  return record.slice(at);
}
