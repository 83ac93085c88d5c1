import { createHash } from 'node:crypto';

/** An entry of a git tree as it stands there. `name` holds one character a byte: it may be anything. */
export type TreeEntry = { mode: string; name: string; oid: string };

export const folderMode = '40000';
export const fileModes: ReadonlySet<string> = new Set(['100644', '100755']);

/** Reads a tree object. What comes after a broken entry is left out. */
export function parseTree(bytes: Buffer, oidLength: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = space < 0 ? -1 : bytes.indexOf(0, space);
    const next = end + 1 + oidLength;
    if (end < 0 || next > bytes.length) break;
    entries.push({
      mode: bytes.toString('latin1', at, space),
      name: bytes.toString('latin1', space + 1, end),
      oid: bytes.toString('hex', end + 1, next),
    });
    at = next;
  }
  return entries;
}

/** The bytes of a tree object; what others put there stays byte for byte, whatever it is. */
export function formatTree(entries: readonly TreeEntry[]): Buffer {
  return Buffer.concat(
    entries.map(({ mode, name, oid }) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(oid, 'hex')]),
    ),
  );
}

/** The entries with these put in, each in the place of whatever had its name; `null` takes a name out. */
export function withEntries(
  entries: readonly TreeEntry[],
  changes: ReadonlyMap<string, Omit<TreeEntry, 'name'> | null>,
): TreeEntry[] {
  const kept = entries.filter(({ name }) => !changes.has(name));
  const put = [...changes]
    .flatMap(([name, entry]) => (entry ? [{ name, ...entry }] : []))
    .sort((a, b) => compare(sortName(a), sortName(b)));
  // Merged, not sorted as a whole, so that a stranger's entries stay in the order in which they stand.
  const merged: TreeEntry[] = [];
  for (const entry of kept) {
    while (put[0] && compare(sortName(put[0]), sortName(entry)) < 0) merged.push(put.shift() as TreeEntry);
    merged.push(entry);
  }
  return [...merged, ...put];
}

/** git sorts by bytes, a folder as if its name ended with a slash. */
function sortName({ mode, name }: TreeEntry): string {
  return mode === folderMode ? `${name}/` : name;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The id that git gives to an object with these bytes. */
export function objectId(type: 'blob' | 'tree', bytes: Buffer, oidLength: number): string {
  return createHash(oidLength === 32 ? 'sha256' : 'sha1')
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
