import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { cancelled, createGitHub, type GitHubOptions } from '../client.ts';
import { failureOfStatus, forbidden, GitHubFailure, ssoRequired, unreadable } from '../failure.ts';
import { describe, type GraphQLError, isSaml } from '../graphqlErrors.ts';
import { splitRepository } from '../places.ts';
import { askRest } from '../rest.ts';

export type AskingOptions = GitHubOptions & {
  /** `owner/name`; one that was renamed since is found. */
  repository: string;
  signal?: AbortSignal;
};

/** Bytes of a comparison that are read at most. */
const largest = 32 * 1024 * 1024;

const repositoryShape = z.object({
  repository: z.nullable(z.looseObject({ nameWithOwner: z.string() })),
});

/** One repository to ask things of, by GraphQL and by REST. */
export class Asking {
  readonly #options: AskingOptions;
  readonly #github: ReturnType<typeof createGitHub>;
  #name: string;

  /** @throws CairnError 'invalid-argument' for what is no repository, 'unauthorized' for what is no token */
  constructor(options: AskingOptions) {
    splitRepository(options.repository);
    this.#options = options;
    this.#github = createGitHub(options);
    this.#name = options.repository;
  }

  /** HTTP requests by GraphQL so far. */
  get requests(): number {
    return this.#github.requests;
  }

  /**
   * Asks for fields of the repository.
   * @param fields their text, with variables for whatever somebody else wrote
   * @param variables by name, each a text with its type
   * @throws GitHubFailure 'repository-not-found'; where anything of the answer may not be read: what is not shown must
   * not look like what is not there
   */
  async fields(
    fields: string,
    variables: Readonly<Record<string, { type: string; value: string }>> = {},
  ): Promise<Record<string, unknown>> {
    const { owner, name } = splitRepository(this.#name);
    const declared = Object.entries(variables).map(([key, { type }]) => `, $${key}: ${type}!`);
    const query = `query History($owner: String!, $name: String!${declared.join('')}) {
  repository(owner: $owner, name: $name) { nameWithOwner ${fields} }
}`;
    const values = Object.fromEntries(Object.entries(variables).map(([key, { value }]) => [key, value]));
    const { signal } = this.#options;
    const answer = await this.#github.graphql(
      query,
      { owner, name, ...values },
      {
        ...(signal && { signal }),
        onPartial: refuseUnseen,
      },
    );
    const { data } = repositoryShape.safeParse(answer);
    if (!data) throw unreadable('a repository in an unknown form');
    if (data.repository === null) throw notFound(this.#name);
    this.#name = data.repository.nameWithOwner;
    return data.repository;
  }

  /**
   * Reads from the repository's part of the REST interface; repeated where that may help. `null` for what is not there.
   * @param path below the repository's address; its parts are encoded by the caller
   */
  async rest(path: string): Promise<unknown> {
    const { signal, pause = 400 } = this.#options;
    let isRenamed = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await askRest({ ...this.#options, largest }, 'GET', `/repos/${this.#name}${path}`);
        if (answer.status === 404) return null;
        if (answer.status === 200) {
          if (answer.data === null) throw unreadable('an answer that is no JSON');
          return answer.data;
        }
        if (answer.status < 300 || answer.status >= 400 || isRenamed)
          throw failureOfStatus(answer, Date.now());
        // A token never follows to another address, and GraphQL knows the new name.
        isRenamed = true;
        await this.fields('');
      } catch (error) {
        if (attempt >= 3 || !(error instanceof GitHubFailure && error.isTransient)) throw error;
        this.#github.log(`GitHub: ${error.detail ?? 'failed'}; asking again.`);
        await sleep(pause * 2 ** (attempt - 1), undefined, { signal }).catch(() => {
          throw cancelled();
        });
      }
    }
  }
}

function refuseUnseen(errors: readonly GraphQLError[]): void {
  const unseen = errors.filter(({ type }) => type !== 'NOT_FOUND');
  const [first] = unseen;
  if (first) throw unseen.some(isSaml) ? ssoRequired(describe(first)) : forbidden(describe(first));
}

function notFound(repository: string): GitHubFailure {
  const message = `${repository} is not there for your sign-in: check its name, or ask for access to it.`;
  return new GitHubFailure('repository-not-found', message);
}
