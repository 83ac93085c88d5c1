import * as z from 'zod/mini';
import { type CodeCommit, type CodePlace, largestText, type Unknown } from '../../model/codeHistory.ts';
import { unreadable } from '../failure.ts';
import type { Asking } from './asking.ts';
import { isoOf } from './comparison.ts';

/** Things asked for in one request; of texts fewer, each may have half a megabyte. */
const atOnce = { commits: 100, files: 100, texts: 20 };

const gone: Unknown = { unknown: 'commit-gone' };

const isId = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

/** Whether this is a path within the repository, and nothing that would be read as something else. */
const isAskable = (path: string): boolean =>
  path !== '' && path.length <= 4000 && !/[\n\0]/.test(path) && !/^\.{0,2}\//.test(path);

/** Whether git would take this as a branch's name, so that it is nothing but one in an expression, too. */
const isBranch = (name: string): boolean =>
  name.length <= 1000 && !/[\s~^:?*[\\]|\.\.|@\{|^\/|\/$|^$/.test(name) && !name.includes('\0');

const objectShape = z.object({ __typename: z.string(), oid: z.string() });
const commitShape = z.object({
  oid: z.string(),
  committedDate: z.string(),
  parents: z.object({ totalCount: z.int(), nodes: z.array(z.nullable(z.object({ oid: z.string() }))) }),
});
const blobShape = z.object({
  __typename: z.literal('Blob'),
  byteSize: z.int(),
  isBinary: z.nullable(z.boolean()),
  isTruncated: z.boolean(),
  text: z.nullable(z.string()),
});

/** Some objects in one request, in the order of the ids or expressions; `undefined`: not there. */
async function objects(
  asking: Asking,
  by: 'oid' | 'expression',
  names: readonly string[],
  fields: string,
): Promise<unknown[]> {
  const type = by === 'oid' ? 'GitObjectID' : 'String';
  const asked = names.map((_, i) => `o${i}: object(${by}: $n${i}) { ${fields} }`);
  const variables = Object.fromEntries(names.map((value, i) => [`n${i}`, { type, value }]));
  const answer = await asking.fields(asked.join('\n    '), variables);
  return names.map((_, i) => answer[`o${i}`] ?? undefined);
}

/** The commits by their ids. */
export async function readCommits(asking: Asking, ids: readonly string[]): Promise<Map<string, CodeCommit>> {
  const found = new Map<string, CodeCommit>();
  const fields = '... on Commit { oid committedDate parents(first: 10) { totalCount nodes { oid } } }';
  for (const some of chunks([...new Set(ids)].filter(isId), atOnce.commits)) {
    for (const one of await objects(asking, 'oid', some, fields)) {
      const { data } = commitShape.safeParse(one);
      if (!data) continue;
      const parents = data.parents.nodes.flatMap((parent) => (parent ? [parent.oid] : []));
      // Only the first one is needed: no merge of twelve branches is followed.
      found.set(data.oid, { id: data.oid, parents, at: isoOf(data.committedDate) });
    }
  }
  return found;
}

/** The ids of contents by place: `null` where a commit has no such file. */
export async function readFiles(
  asking: Asking,
  places: readonly CodePlace[],
): Promise<(string | null | Unknown)[]> {
  const answers: (string | null | Unknown)[] = places.map(() => gone);
  const asked = places.flatMap(({ commit, path }, at) => (isId(commit) && isAskable(path) ? [at] : []));
  for (const some of chunks(asked, atOnce.files / 2)) {
    const commits = [...new Set(some.map((at) => places[at]!.commit))];
    const names = [...commits, ...some.map((at) => `${places[at]!.commit}:${places[at]!.path}`)];
    const found = await objects(asking, 'expression', names, '__typename oid');
    const isThere = new Set(commits.filter((_, i) => objectShape.safeParse(found[i]).success));
    for (const [i, at] of some.entries()) {
      const { data } = objectShape.safeParse(found[commits.length + i]);
      if (isThere.has(places[at]!.commit)) answers[at] = data?.__typename === 'Blob' ? data.oid : null;
    }
  }
  return answers;
}

/** The texts by ids of contents. */
export async function readTexts(
  asking: Asking,
  contents: readonly string[],
): Promise<Map<string, { text: string } | Unknown>> {
  const texts = new Map<string, { text: string } | Unknown>();
  const fields = '__typename ... on Blob { byteSize isBinary isTruncated text }';
  for (const some of chunks([...new Set(contents)].filter(isId), atOnce.texts)) {
    const found = await objects(asking, 'oid', some, fields);
    for (const [i, id] of some.entries()) texts.set(id, textOf(found[i]));
  }
  return texts;
}

function textOf(object: unknown): { text: string } | Unknown {
  if (object === undefined) return gone;
  const { data } = blobShape.safeParse(object);
  if (!data) throw unreadable('a file in an unknown form');
  if (data.isBinary || data.text === null) return { unknown: 'binary' };
  if (data.isTruncated || data.byteSize > largestText) return { unknown: 'too-large' };
  return { text: data.text };
}

/** The newest commit of a branch; `null` where there is none. */
export async function readTip(asking: Asking, branch: string): Promise<string | null> {
  if (!isBranch(branch)) return null;
  const [found] = await objects(asking, 'expression', [`refs/heads/${branch}`], '__typename oid');
  const { data } = objectShape.safeParse(found);
  return data?.__typename === 'Commit' ? data.oid : null;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
