import type { Work } from '../work/work.ts';
import { backupFolder, detachedName, dirtySubject } from './backup.ts';
import type { Backup } from './types.ts';

const fields = ['refname', 'objectname', 'parent', 'contents:subject'];
const mostBackups = 1000;

/** What was kept in this repository before acts that moved something, the newest first. */
export async function listBackups(work: Work): Promise<Backup[]> {
  const format = fields.map((field) => `%(${field})%00`).join('');
  const { stdout } = await work.read([
    ...['for-each-ref', '--sort=-refname', `--count=${mostBackups}`, `--format=${format}`],
    ...['--', backupFolder],
  ]);
  const parts = stdout.toString('utf8').split('\0');
  const backups: Backup[] = [];
  for (let at = 0; at + fields.length < parts.length + 1; at += fields.length) {
    const [name = '', oid = '', parents = '', subject = ''] = parts.slice(at, at + fields.length);
    const backup = readBackup(name.replace(/^\n/, ''), oid, parents.split(' '), subject);
    if (backup) backups.push(backup);
  }
  return backups;
}

function readBackup(ref: string, oid: string, parents: string[], subject: string): Backup | null {
  const rest = ref.slice(backupFolder.length);
  const slash = rest.indexOf('/');
  const [, date, time, what = ''] = /^(\d{8})T(\d{6})-(.+)$/.exec(rest.slice(0, Math.max(slash, 0))) ?? [];
  if (!ref.startsWith(backupFolder) || !date || !time) return null;
  const branch = rest.slice(slash + 1);
  const isDirty = parents.length === 2 && subject.startsWith(dirtySubject);
  const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`;
  return {
    ref,
    at: new Date(iso).toISOString(),
    what: what.replace(/-\d{1,2}$/, ''),
    branch: branch === detachedName ? null : branch,
    commit: isDirty ? (parents[0] as string) : oid,
    kept: oid,
    isDirty,
  };
}
