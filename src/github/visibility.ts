import { CairnError } from '../model/errors.ts';
import { splitRepository } from './places.ts';
import { askRest, type RestOptions } from './rest.ts';

/** Who may read a repository: those it was shared with, a whole company, everybody; or that cannot be said. */
export type Visibility = 'private' | 'internal' | 'public' | 'unknown';

/**
 * Asks the signed-in host who may read one of its repositories. What cannot be found out for sure is 'unknown'; it
 * never counts as private by mistake.
 * @param repository `owner/name`
 * @throws CairnError 'cancelled' only
 */
export async function visibilityOf(options: RestOptions, repository: string): Promise<Visibility> {
  try {
    const { owner, name } = splitRepository(repository);
    const { status, data } = await askRest(options, 'GET', `/repos/${owner}/${name}`);
    return status === 200 ? visibilityIn(data, repository) : 'unknown';
  } catch (error) {
    if (error instanceof CairnError && error.code === 'cancelled') throw error;
    return 'unknown';
  }
}

/** What a repository's description says of it; servers of before 2021 have only `private`. */
export function visibilityIn(data: unknown, repository: string): Visibility {
  const said = (data ?? {}) as Record<string, unknown>;
  const isThisOne =
    typeof said.full_name === 'string' && said.full_name.toLowerCase() === repository.toLowerCase();
  if (!isThisOne || typeof said.private !== 'boolean') return 'unknown';
  if (!said.private) return 'public';
  if (said.visibility === undefined || said.visibility === 'private') return 'private';
  return said.visibility === 'internal' ? 'internal' : 'unknown';
}
