import { CairnError } from '../model/errors.ts';
import { failureOfStatus, GitHubFailure, unreadable } from './failure.ts';
import { askRest, type RestOptions } from './rest.ts';
import { visibilityIn } from './visibility.ts';

/** What GitHub lets a repository be called. */
export const repositoryNamePattern = /^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/;

/**
 * Makes an empty private repository of the signed-in account's own.
 * @returns where it can be cloned from, and `owner/name`
 * @throws CairnError 'forbidden' where the sign-in may not make one, 'invalid-argument' where the name is taken or no
 * name, 'unauthorized' and what else an answer means. Nothing is made then, except where the answer got lost
 */
export async function createRepository(
  options: RestOptions,
  name: string,
): Promise<{ url: string; repository: string }> {
  if (!repositoryNamePattern.test(name)) throw badName(name);
  const answer = await askRest(options, 'POST', '/user/repos', {
    name,
    private: true,
    auto_init: false,
    has_issues: false,
    has_projects: false,
    has_wiki: false,
  });
  const { status, data } = answer;
  if (status === 201) {
    const { clone_url: url, full_name: repository } = (data ?? {}) as Record<string, unknown>;
    if (typeof url !== 'string' || typeof repository !== 'string') throw unreadable('no clone_url');
    if (visibilityIn(data, repository) !== 'private') {
      throw new GitHubFailure('github-refused', `${repository} was made, but it is not private. Delete it.`);
    }
    return { url, repository };
  }
  if (status === 422) throw isTaken(data) ? taken(name) : badName(name);
  // GitHub says "not found" where a token may not even know whether it might.
  if (status === 404) throw mayNot(options, `HTTP ${status}`);
  const failure = failureOfStatus(answer, Date.now());
  throw failure.code === 'forbidden' ? mayNot(options, failure.detail) : failure;
}

function mayNot({ host }: RestOptions, detail: string | undefined): CairnError {
  return new CairnError(
    'forbidden',
    `Your sign-in may not make repositories on ${host.name}. Make an empty private one there yourself and share to its address; or sign in with a token that may: scope “repo”, or with fine-grained tokens the permission “Administration: write” for all repositories.`,
    detail === undefined ? {} : { detail },
  );
}

const taken = (name: string) =>
  new CairnError('invalid-argument', `You have a repository “${name}” already. Choose another name.`);

const badName = (name: string) =>
  new CairnError(
    'invalid-argument',
    `“${name.slice(0, 100)}” is no name for a repository: use letters, digits, “-”, “_” and “.”.`,
  );

function isTaken(data: unknown): boolean {
  const { errors } = (data ?? {}) as { errors?: unknown };
  return (
    Array.isArray(errors) &&
    errors.some((error) => /already exists/i.test(String((error as { message?: unknown } | null)?.message)))
  );
}
