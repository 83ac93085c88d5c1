import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Account, Git } from '../git/index.ts';
import * as config from './config.ts';
import type { SignIn } from './signIn.ts';

type Parts = { signIn: SignIn; log: vscode.LogOutputChannel; globalStorage: vscode.Uri };

/** What of the Git extension's interface is used; it is unchecked, as all that other extensions hand out. */
type GitExtension = { getAPI(version: 1): { git?: { path?: unknown } } };

/**
 * The git that the user's own Git extension runs, else the one on the PATH: that extension is absent in restricted
 * mode and may be switched off. No setting of a workspace names a program: `git.path` is the machine's.
 */
export async function gitProgram(): Promise<string> {
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const path = (await extension?.activate())?.getAPI(1).git?.path;
    if (typeof path === 'string' && path !== '') return path;
  } catch {
    // It is switched off, or has found no git itself.
  }
  return 'git';
}

/** What runs git for the spaces, with the sign-in for the host that it belongs to. Its code is loaded here. */
export async function openGit({ signIn, log, globalStorage }: Parts): Promise<Git> {
  const [{ createGit }, program] = await Promise.all([import('../git/index.ts'), gitProgram()]);
  return createGit({
    program,
    scratch: join(globalStorage.fsPath, 'git'),
    account: accountOf(signIn),
    log: (line) => log.debug(line),
  });
}

/** The signed-in account for git; a token never goes to another host than the one that it was given for. */
function accountOf(signIn: SignIn): Account | undefined {
  const origin = webOrigin();
  if (origin === null) return undefined;
  const token = async () => (webOrigin() === origin ? ((await signIn.token()) ?? null) : null);
  return { origin, token };
}

function webOrigin(): string | null {
  try {
    return config.host().web;
  } catch {
    return null;
  }
}
