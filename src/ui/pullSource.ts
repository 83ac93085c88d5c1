import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import { menteeOf } from '../model/mentee.ts';
import * as config from './config.ts';
import type { Repositories } from './repositories.ts';
import type { SignIn } from './signIn.ts';
import type { Store } from './store.ts';

/** Where feedback comes from: the server, the account, whose pull requests, and which repositories. */
export type PullSource = {
  host: Host;
  token: string;
  mentee: string;
  repositories: string[];
  /** Equal for equal sources. Holds the token: never shown, never kept. */
  key: string;
};

/** The source that is chosen now. Throws 'not-signed-in', 'no-repository' and 'bad-host'. */
export async function pullSource(parts: {
  signIn: SignIn;
  repositories: Repositories;
  store: Store;
}): Promise<PullSource> {
  const host = config.host();
  const account = await parts.signIn.account();
  if (!account) {
    throw new CairnError(
      'not-signed-in',
      'Sign in first: "Cairn: Sign In to GitHub" or "Cairn: Sign In with a Token".',
    );
  }
  const repositories = await parts.repositories.chosen();
  if (repositories.length === 0) {
    throw new CairnError(
      'no-repository',
      'Choose the repositories to pull from: "Cairn: Choose Repositories".',
    );
  }
  await parts.store.load();
  const { login } = account;
  const { mentorship } = parts.store.records;
  const mentee = menteeOf({ setting: config.menteeSetting(), mentorship, login }) ?? login;
  const key = JSON.stringify([host.web, account.token, mentee.toLowerCase(), repositories]);
  return { host, token: account.token, mentee, repositories, key };
}
