import * as vscode from 'vscode';
import type { SituationKeeper } from './situation.ts';
import type { Store } from './store.ts';

type Parts = { store: Store; situation: SituationKeeper; onFailure: (error: unknown) => void };

/**
 * Takes in what another window has pulled: the files of the cache are the same, so that this window's own pull finds
 * nothing new. Looks when a pull ends here and when the window gets the focus.
 */
export function keepFresh({ store, situation, onFailure }: Parts): vscode.Disposable {
  let wasPulling = false;
  const look = () => void store.refresh().catch(onFailure);
  return vscode.Disposable.from(
    situation.onDidChange(({ pulling }) => {
      if (wasPulling && pulling === null) look();
      wasPulling = pulling !== null;
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) look();
    }),
  );
}
