import type * as vscode from 'vscode';
import type { Publisher } from '../github/publishing/index.ts';
import { CairnError } from '../model/errors.ts';
import * as config from './config.ts';
import type { SignIn } from './signIn.ts';

/**
 * What reads and writes pull requests for whoever is signed in now; its code is loaded here. Nothing is sent yet.
 * Throws 'not-signed-in' and 'bad-host'.
 */
export async function openPublisher(parts: {
  signIn: SignIn;
  log: vscode.LogOutputChannel;
}): Promise<Publisher> {
  const host = config.host();
  const account = await parts.signIn.account();
  if (!account) {
    throw new CairnError(
      'not-signed-in',
      'Sign in first: "Cairn: Sign In to GitHub" or "Cairn: Sign In with a Token".',
    );
  }
  const { createPublisher } = await import('../github/publishing/index.ts');
  const log = (text: string) => parts.log.debug(text);
  return createPublisher({ host, token: account.token, userAgent: 'cairn', log });
}
