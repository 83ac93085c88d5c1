import type { CodeCommit, FileChange } from '../../model/codeHistory.ts';

/** Whether this can be a commit's full id: whatever else somebody sent never reaches git. */
export const isId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** Whether git can be asked for this path line by line, and it stays within the repository. */
export const isAskable = (path: string): boolean =>
  path !== '' && !/[\n\0]/.test(path) && !/^\.{0,2}\//.test(path) && path !== '.' && path !== '..';

/** A commit as git stores it. */
export function readCommit(id: string, bytes: Buffer): CodeCommit {
  const parents: string[] = [];
  let at = 0;
  for (const line of bytes.toString('latin1').split('\n')) {
    if (line === '') break;
    if (line.startsWith('parent ') && isId(line.slice(7))) parents.push(line.slice(7));
    const seconds = line.startsWith('committer ') ? / (-?\d{1,12}) [+-]\d{1,4}$/.exec(line)?.[1] : undefined;
    if (seconds !== undefined) at = Number(seconds) * 1000;
  }
  return { id, parents, at: isoTime(at) };
}

/** Times that no calendar has become the first one: a commit may claim anything. */
export const isoTime = (at: number): string =>
  new Date(Number.isFinite(at) && Math.abs(at) < 8.64e15 ? at : 0).toISOString();

/** What `diff-tree -r -z -M` prints. Links and submodules are left out. */
export function readChanges(output: string): FileChange[] {
  const tokens = output.split('\0');
  const changes: FileChange[] = [];
  for (let i = 0; i < tokens.length; ) {
    const head = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d{0,3}$/.exec(tokens[i] ?? '');
    if (!head) {
      i++;
      continue;
    }
    const [, oldMode, newMode, oldId, newId, letter] = head;
    const hasTwo = letter === 'R' || letter === 'C';
    const [oldPath, newPath] = [tokens[i + 1]!, tokens[i + (hasTwo ? 2 : 1)]!];
    i += hasTwo ? 3 : 2;
    const before = isFile(oldMode!) && letter !== 'C' ? { path: oldPath, content: oldId! } : null;
    const after = isFile(newMode!) ? { path: newPath, content: newId! } : null;
    if (before || after) changes.push({ before, after });
  }
  return changes;
}

const isFile = (mode: string) => mode.startsWith('100');
