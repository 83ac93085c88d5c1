import {
  type CodePlace,
  type FileChange,
  isUnknown,
  mostFiles,
  type Unknown,
} from '../../model/codeHistory.ts';

/** Two commits that went apart, with what each changed since. */
type Apart = { from: string; to: string; there: readonly FileChange[]; back: readonly FileChange[] };

/**
 * Files that differ between two commits of which none comes from the other: of all that either side touched, those
 * whose contents are different. A rename counts where one side says so and the file is at one place on each side.
 */
export async function differencesOf(
  { from, to, there, back }: Apart,
  files: (places: readonly CodePlace[]) => Promise<(string | null | Unknown)[]>,
): Promise<FileChange[] | Unknown> {
  const touched = [...there, ...back].flatMap(({ before, after }) => [before, after]);
  const paths = [...new Set(touched.flatMap((side) => (side ? [side.path] : [])))].sort();
  if (paths.length > mostFiles) return { unknown: 'too-large' };
  const found = await files([from, to].flatMap((commit) => paths.map((path) => ({ commit, path }))));
  const unknown = found.find(isUnknown);
  if (unknown) return unknown;
  const contentAt = (offset: number) =>
    new Map(paths.map((path, i) => [path, found[offset + i] as string | null]));
  const [was, is] = [contentAt(0), contentAt(paths.length)];
  const changes: FileChange[] = [];
  const done = new Set<string>();
  for (const [old, now] of [...renames(there), ...renames(back).map(([a, b]) => [b, a] as const)]) {
    const isWhole = was.get(old) && is.get(now) && !is.get(old) && !was.get(now);
    if (!isWhole || done.has(old) || done.has(now)) continue;
    done.add(old).add(now);
    changes.push({
      before: { path: old, content: was.get(old)! },
      after: { path: now, content: is.get(now)! },
    });
  }
  for (const path of paths) {
    const [before, after] = [was.get(path) ?? null, is.get(path) ?? null];
    if (before === after || done.has(path)) continue;
    changes.push({
      before: before === null ? null : { path, content: before },
      after: after === null ? null : { path, content: after },
    });
  }
  return changes;
}

function renames(changes: readonly FileChange[]): [string, string][] {
  return changes.flatMap(({ before, after }): [string, string][] =>
    before && after && before.path !== after.path ? [[before.path, after.path]] : [],
  );
}
