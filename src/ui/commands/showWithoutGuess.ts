import * as vscode from 'vscode';
import { pullKey } from '../../growth/selfReview/held.ts';
import { shownWithoutGuess } from '../ids.ts';
import { chosenPull } from '../selfReview/pulls.ts';
import type { Command } from './deps.ts';
import { releaseRows } from './openFeedback.ts';

/** So many pull requests are remembered, the newest. */
const most = 500;

/** `cairn.showWithoutGuess(pullRequest?)`: shows what reviewers said although there is no guess; remembered in the workspace. */
export const showWithoutGuess: Command = async (deps, ...args) => {
  releaseRows();
  await deps.store.load();
  const key = pullKey(await chosenPull(deps, args));
  const before = deps.memory.get<string[]>(shownWithoutGuess, []).filter((one) => one !== key);
  await deps.memory.update(shownWithoutGuess, [...before, key].slice(-most));
  deps.store.lookAgain();
  vscode.window.setStatusBarMessage(vscode.l10n.t('Cairn: shown without a guess.'), 6000);
};
