import type { Anchor } from '../../model/events.ts';
import type { Side } from '../../model/state.ts';

/** What of a document's place decides whether an anchor means it. */
export type FileName = {
  /** From the repository's root, with `/`. */
  path: string;
  /** `owner/name` each, as the remotes name them; empty where nothing tells. */
  repositories: readonly string[];
  side: Side;
};

/**
 * Whether what an anchor names may be this document: for sure, or perhaps (a fork, or a folder without remotes), so
 * that only its code can tell.
 */
export function fits(
  { path, repository, side }: Pick<Anchor, 'path' | 'repository' | 'side'>,
  file: FileName,
): 'sure' | 'maybe' | null {
  if (path !== file.path || side !== file.side || path === '') return null;
  if (repository === null) return file.repositories.length === 0 ? 'sure' : 'maybe';
  if (file.repositories.length === 0) return 'maybe';
  const name = repository.toLowerCase();
  if (file.repositories.some((one) => one.toLowerCase() === name)) return 'sure';
  const last = name.slice(name.indexOf('/'));
  return file.repositories.some((one) => one.toLowerCase().endsWith(last)) ? 'maybe' : null;
}
