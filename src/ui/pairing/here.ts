import * as vscode from 'vscode';
import type { Work } from '../../git/pairing/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Pairing } from '../../model/session.ts';
import { authorName } from '../author.ts';
import { invalid, pick, textArgument } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import * as config from '../config.ts';
import { pairingIn, type WorkFolder, workFolders } from './current.ts';
import { type IsMe, userOf } from './people.ts';
import { writeWhatWaits } from './records.ts';

/** Where a command of a pairing works: the repository, open, and the pairing that runs there. */
export type Here = {
  folder: WorkFolder;
  work: Work;
  pairing: Pairing | null;
  /** Under which name this user takes part. */
  me: string;
  isMe: IsMe;
};

/**
 * The repository that a command is about, and its pairing. Without an argument a person is asked where there are
 * several repositories and none of them has a pairing.
 * @throws CairnError 'not-found' where git cannot work here, with the reason in its words; 'cancelled'
 */
export async function openHere(deps: Deps, given: Record<string, unknown> | undefined): Promise<Here> {
  refuseElsewhere();
  await deps.store.load();
  await writeWhatWaits(deps);
  const me = authorName(deps.signIn);
  const isMe = userOf(deps);
  const folders = await workFolders();
  if (folders.length === 0) {
    throw cannot(vscode.l10n.t('No folder of this window is in a git repository. Open one to pair on it.'));
  }
  const named = folderArgument(folders, given?.folder);
  const running = pairingIn(deps.store.pairings, named ? [named] : folders, isMe, Date.now());
  const folder = named ?? running?.folder ?? (await chosen(folders, given !== undefined));
  const { openWork } = await import('../../git/pairing/index.ts');
  const { options } = await deps.git();
  const opened = { ...options, folder: folder.root.fsPath, hooks: config.pairingHooks() };
  const work = await openWork(opened).catch((error) => {
    // A view would say of this code that the repositories to pull from are not chosen yet.
    if (error instanceof CairnError && error.code === 'no-repository') throw cannot(error.message);
    throw error;
  });
  return { folder, work, pairing: running?.pairing ?? null, me, isMe };
}

/** Where nothing may be run, or git is not at hand, a command says so before it asks anything. */
function refuseElsewhere(): void {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!vscode.workspace.isTrusted) {
    throw cannot(
      vscode.l10n.t(
        'Pairing runs git in your repository, which restricted mode does not allow. Trust the workspace first ("Workspaces: Manage Workspace Trust").',
      ),
    );
  }
  if (folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file')) {
    throw cannot(
      vscode.l10n.t(
        'Pairing needs a clone on a disk, and this workspace has none. Open a clone of the repository.',
      ),
    );
  }
}

const cannot = (message: string) => new CairnError('not-found', message);

function folderArgument(folders: readonly WorkFolder[], value: unknown): WorkFolder | undefined {
  const path = textArgument(value, 'folder', 4000);
  if (path === undefined) return undefined;
  const found = folders.find(({ root }) => root.fsPath === vscode.Uri.file(path).fsPath);
  if (!found) throw invalid(vscode.l10n.t('"folder" must be a repository that is open in this window.'));
  return found;
}

/** The one of the active editor for a program; a person picks. */
async function chosen(folders: readonly WorkFolder[], isProgram: boolean): Promise<WorkFolder> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const isActive = ({ root }: WorkFolder) => active?.path.startsWith(`${root.path}/`) ?? false;
  const ordered = folders.toSorted((one, other) => Number(isActive(other)) - Number(isActive(one)));
  if (ordered.length === 1 || isProgram) return ordered[0]!;
  return pick(
    vscode.l10n.t('Which repository?'),
    ordered.map((folder) => ({
      label: folder.root.path.split('/').at(-1) ?? '',
      description: folder.root.fsPath,
      value: folder,
    })),
  );
}
