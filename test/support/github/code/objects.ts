import { createHash } from 'node:crypto';
import type { StoredCommit } from './types.ts';

/** An object of git's, as its hash is made of it and as it lies on the disk before it is packed. */
export type GitObject = { id: string; bytes: Buffer };

const known = new Map<string, GitObject>();

/** The object of a file's text. */
export function blobOf(text: string): GitObject {
  const blob = known.get(text) ?? object('blob', Buffer.from(text));
  known.set(text, blob);
  return blob;
}

/** The objects of a tree, folders below it and files among them; the tree itself is the last one. */
export function treeOf(files: Readonly<Record<string, string>>): GitObject[] {
  const objects: GitObject[] = [];
  const entries = new Map<string, GitObject>();
  const folders = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(files)) {
    const [first = '', ...rest] = path.split('/');
    if (rest.length > 0) folders.set(first, { ...folders.get(first), [rest.join('/')]: text });
    else {
      const blob = blobOf(text);
      objects.push(blob);
      entries.set(first, blob);
    }
  }
  for (const [name, inside] of folders) {
    const below = treeOf(inside);
    objects.push(...below);
    // A folder is sorted as if a slash stood behind its name.
    entries.set(`${name}/`, below.at(-1)!);
  }
  const sorted = [...entries].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const lines = sorted.flatMap(([name, { id }]) => [
    Buffer.from(`${name.endsWith('/') ? '40000' : '100644'} ${name.replace(/\/$/, '')}\0`),
    Buffer.from(id, 'hex'),
  ]);
  return [...objects, object('tree', Buffer.concat(lines))];
}

/** A commit's own object. */
export function commitObject(commit: Omit<StoredCommit, 'sha'>): GitObject {
  const { parents, author, at, message, files } = commit;
  const who = `${author.name} <${author.email}> ${Date.parse(at) / 1000} +0000`;
  const head = [`tree ${treeOf(files).at(-1)!.id}`, ...parents.map((parent) => `parent ${parent}`)];
  const text = `${[...head, `author ${who}`, `committer ${who}`].join('\n')}\n\n${message}\n`;
  return object('commit', Buffer.from(text));
}

function object(kind: 'blob' | 'tree' | 'commit', content: Buffer): GitObject {
  const bytes = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
  return { id: createHash('sha1').update(bytes).digest('hex'), bytes };
}
