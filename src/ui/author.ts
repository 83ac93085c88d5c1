import { userInfo } from 'node:os';
import * as vscode from 'vscode';
import type { SignIn } from './signIn.ts';

/** Under which name this user's acts are written: the login, or the machine's user where nobody has signed in. */
export function authorName(signIn: SignIn): string {
  try {
    const login = signIn.login();
    if (login !== null) return login;
  } catch {
    // What people say does not depend on a server's address.
  }
  try {
    return userInfo().username;
  } catch {
    // A container's user may have no name.
    return vscode.l10n.t('me');
  }
}
