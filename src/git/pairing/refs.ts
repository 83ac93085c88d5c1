import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Work } from '../work/work.ts';

export type Ref = { oid: string; symref: string; elsewhere: string | null };

const fields = ['refname', 'objectname', 'symref', 'worktreepath'];

/** The refs that are there of those that are named, each whole or a folder. */
export async function readRefs(work: Work, names: readonly string[]): Promise<Map<string, Ref>> {
  const format = fields.map((field) => `%(${field})%00`).join('');
  const { stdout } = await work.read(['for-each-ref', `--format=${format}`, '--', ...names]);
  const parts = stdout.toString('utf8').split('\0');
  const refs = new Map<string, Ref>();
  for (let at = 0; at + fields.length < parts.length + 1; at += fields.length) {
    const [name = '', oid = '', symref = '', tree = ''] = parts.slice(at, at + fields.length);
    // Each line begins with the end of the one before.
    const ref = name.replace(/^\n/, '');
    if (ref !== '')
      refs.set(ref, { oid, symref, elsewhere: tree === '' || tree === work.folder ? null : tree });
  }
  return refs;
}

/** How many commits each side has that the other has not. */
export async function countApart(work: Work, ours: string, theirs: string): Promise<[number, number]> {
  if (ours === theirs) return [0, 0];
  const { stdout } = await work.read(['rev-list', '--left-right', '--count', `${ours}...${theirs}`, '--']);
  const [ahead = '0', behind = '0'] = stdout.toString().trim().split('\t');
  return [Number(ahead), Number(behind)];
}

/**
 * The checked-out branch, or the commit where none is. Read from git's own file, since it is asked for again and
 * again; git is asked where the file says something else than git writes there.
 */
export async function readHead(work: Work): Promise<{ branch: string | null; oid: string | null }> {
  const file = join(work.gitDir, 'HEAD');
  const isFile = await lstat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
  const text = isFile ? (await readFile(file, 'utf8').catch(() => '')).trimEnd() : '';
  const prefix = 'ref: refs/heads/';
  if (/^[0-9a-f]{40,64}$/.test(text)) return { branch: null, oid: text };
  if (text.startsWith(prefix) && text !== `${prefix}.invalid`)
    return { branch: text.slice(prefix.length), oid: null };
  const [name, oid] = await Promise.all([
    work.read(['symbolic-ref', '-q', 'HEAD'], { codes: [0, 1] }),
    work.read(['rev-parse', '--verify', '--quiet', 'HEAD'], { codes: [0, 1] }),
  ]);
  const ref = name.code === 0 ? name.stdout.toString('utf8').trimEnd() : '';
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  return { branch, oid: oid.code === 0 ? oid.stdout.toString().trim() : null };
}

export const localRef = (branch: string) => `refs/heads/${branch}`;
export const remoteRef = (remote: string, branch: string) => `refs/remotes/${remote}/${branch}`;
