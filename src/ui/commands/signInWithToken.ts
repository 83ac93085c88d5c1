import * as vscode from 'vscode';
import { host } from '../config.ts';
import { ask, textArgument } from './ask.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.signInWithToken(token?)`: keeps a personal access token in the secret storage once GitHub has said
 * whose it is. Resolves to `{ login }`; rejects with 'unauthorized' when GitHub does not know it.
 */
export const signInWithToken: Command = async ({ signIn, store }, token) => {
  const given = textArgument(token, 'token', 1000);
  const asked =
    given ??
    (await ask({
      prompt: vscode.l10n.t('Personal access token for {0}: reading pull requests is enough', host().name),
      password: true,
      validate: (text) =>
        /^[\x21-\x7e]+$/.test(text) ? undefined : vscode.l10n.t('A token has no spaces in it.'),
    }));
  const { login } = await signIn.signInWithToken(asked.trim());
  await store.reload();
  return { login };
};
