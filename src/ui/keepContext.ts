import * as vscode from 'vscode';
import * as config from './config.ts';
import { contextKeys } from './ids.ts';
import type { Repositories } from './repositories.ts';
import type { SignIn } from './signIn.ts';
import type { SituationKeeper } from './situation.ts';
import type { Store } from './store.ts';

type Parts = { store: Store; signIn: SignIn; repositories: Repositories; situation: SituationKeeper };

/** Keeps the context keys true that the views' welcome texts and menus look at, and the situation with them. */
export function keepContext({ store, signIn, repositories, situation }: Parts): vscode.Disposable {
  const said = new Map<string, boolean>();
  const say = (key: string, value: boolean) => {
    if (said.get(key) === value) return;
    said.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const look = async () => {
    const isSignedIn = await signIn.token().then(
      (token) => token !== undefined,
      () => false,
    );
    const hasRepositories = (await repositories.chosen().catch(() => [])).length > 0;
    const { now } = situation;
    if (now.isSignedIn !== isSignedIn || now.hasRepositories !== hasRepositories) {
      situation.set({ isSignedIn, hasRepositories });
    }
    say(contextKeys.signedIn, isSignedIn);
    say(contextKeys.hasRepositories, hasRepositories);
  };
  const again = () => void look();
  again();
  return vscode.Disposable.from(
    store.onDidChange(() => {
      say(contextKeys.loaded, store.isLoaded);
      say(contextKeys.hasFeedback, store.feedback.length > 0);
      say(contextKeys.hasMentorship, store.records.mentorship !== null);
    }),
    situation.onDidChange(({ pulling }) => say(contextKeys.pulling, pulling !== null)),
    signIn.onDidChange(again),
    repositories.onDidChange(again),
    vscode.workspace.onDidChangeWorkspaceFolders(again),
    config.onSettingChange(['repositories', 'host'], again),
  );
}
