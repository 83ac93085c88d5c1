import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  copyData,
  holdsData,
  leaveData,
  type MoveOptions,
  type MoveReport,
} from '../journal/folders/moveData.ts';
import { CairnError } from '../model/errors.ts';
import * as config from './config.ts';
import { dataFolder, type SettledFolder, settledFolder, settleFolder, wantedFolder } from './dataFolder.ts';
import { settings } from './ids.ts';
import type { DataFolderParts } from './keepDataFolder.ts';
import { remarksName, takeRemarks } from './remarks/move.ts';
import { withLease } from './sync/lease.ts';
import { unmarked } from './words/spaces.ts';

/** How long to wait for a sync in another window, in milliseconds. */
const patience = 60_000;
/** How long after a move windows may still have acts under way in the old folder, in milliseconds. */
const stragglers = 5000;
/** When nobody can have any more, in milliseconds. A move that was cut off goes on whenever that may be. */
const longestStraggler = 60_000;

/** Asks what shall become of the spaces in the old folder, and does it. Where it fails, the setting is as before. */
export async function askAndMove(parts: DataFolderParts): Promise<void> {
  const settled = settledFolder();
  const [from, to] = [dataFolder(), wantedFolder()];
  if (!settled || from === to) return;
  const move = vscode.l10n.t('Move');
  const leave = vscode.l10n.t('Leave There');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Move your spaces to {0}?', to),
    {
      modal: true,
      detail: vscode.l10n.t(
        'They are in {0}, with their private journals and backups. Cairn copies them, reads the copies again, and then removes the old ones. If you leave them there, Cairn no longer shows them.',
        from,
      ),
    },
    move,
    leave,
  );
  // Another window may have asked, too, and been answered first.
  if (settledFolder()?.folder !== settled.folder || wantedFolder() !== to) return;
  const setting = config.dataFolderSetting();
  if (answer === leave) settleFolder({ folder: to, setting, from: null, movedAt: 0 });
  else if (answer !== move) await takeBack(settled);
  else {
    try {
      await moveAll(parts, from, { folder: to, setting, from, movedAt: Date.now() });
    } catch (error) {
      await takeBack(settled);
      throw error;
    }
  }
}

/** Takes what a window that slept has written to the old folder after all, and lets go of it when nothing comes. */
export async function finishMove(parts: DataFolderParts, settled: SettledFolder): Promise<void> {
  const { folder, from } = settled;
  if (from === null) return;
  if (await holdsData(from)) {
    const { moved } = await leaveData(from, folder, optionsOf());
    parts.log.info(`Took along what was left in ${from}: ${moved.length} spaces.`);
    if (moved.length > 0) parts.activeSpace.touch();
  }
  // What is put there later is somebody else's: another editor may work in that folder.
  const isLast = settledFolder()?.folder === folder;
  if (isLast && Date.now() - settled.movedAt > longestStraggler) settleFolder({ ...settled, from: null });
}

async function moveAll(parts: DataFolderParts, from: string, settled: SettledFolder): Promise<void> {
  const { syncing, log, activeSpace, store } = parts;
  await syncing.leave();
  const report = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Moving your spaces to {0}', unmarked(settled.folder)),
      cancellable: true,
    },
    (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      let shown = 0;
      const onProgress = (done: number, total: number) => {
        progress.report({ increment: (100 * (done - shown)) / total, message: `${done + 1}/${total}` });
        shown = done;
      };
      return copyData(from, settled.folder, { ...optionsOf(stop.signal), onProgress });
    },
  );
  settleFolder(settled);
  // From here on this window works in the new folder, and the others within a second.
  activeSpace.touch();
  await store.reload();
  log.info(`Moved ${report.moved.length} spaces from ${from} to ${settled.folder}.`);
  const rest = await leaveData(from, settled.folder, optionsOf());
  if (!(await takeRemarks(from, settled.folder))) rest.left.push(join(from, remarksName));
  setTimeout(() => void finishMove(parts, settled).catch(parts.onFailure), stragglers).unref();
  say(report, rest, from);
}

function optionsOf(signal?: AbortSignal): MoveOptions {
  return {
    ...(signal && { signal }),
    whileNotSynced: async (space, work) => {
      const done = await withLease(space, { patience, ...(signal && { signal }) }, work);
      if (done !== 'busy') return done.result;
      throw new CairnError(
        'git-failed',
        vscode.l10n.t('Another window is syncing a space just now. Move the data folder again later.'),
      );
    },
  };
}

/** What stayed behind, and why. */
function say({ kept }: MoveReport, { left }: MoveReport, from: string): void {
  if (kept.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'These spaces are in both folders, and each was left as it is: {0}. Those that were not moved are in {1}.',
        kept.join(', '),
        from,
      ),
    );
  }
  if (left.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'These were not moved, since they are links or differ in both folders: {0}',
        unmarked(left.join(', ')),
      ),
    );
  }
}

/** The setting as it was before it was changed. */
async function takeBack({ setting }: SettledFolder): Promise<void> {
  await vscode.workspace
    .getConfiguration('cairn')
    .update(settings.dataFolder, setting === '' ? undefined : setting, vscode.ConfigurationTarget.Global);
}
