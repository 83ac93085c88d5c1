import * as vscode from 'vscode';
import type { Pairing } from '../../model/session.ts';
import { branchOf } from '../annotations/branch.ts';
import { rootOf } from '../annotations/place.ts';
import { remoteNamesOf } from '../repositories.ts';
import type { IsMe } from './people.ts';

/** A repository that is open in this window. */
export type WorkFolder = {
  /** Its root, as the workspace names it. */
  root: vscode.Uri;
  /** `owner/name` of its remotes, whatever their host. */
  repositories: string[];
  /** The branch that is checked out, `null` where there is none. */
  branch: string | null;
};

/** A pairing that runs in a repository of this window. */
export type Current = { pairing: Pairing; folder: WorkFolder };

/** Milliseconds for which a pairing that is not on its own branch is still meant, since anything was heard of it. */
const heardWithin = 12 * 3600_000;

/** The repositories on this machine's disk that the window's folders are in, each once. */
export async function workFolders(): Promise<WorkFolder[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const roots = await Promise.all(folders.map(({ uri }) => rootOf(vscode.Uri.joinPath(uri, 'x'))));
  const byAddress = new Map(roots.flatMap((root) => (root ? [[root.toString(), root] as const] : [])));
  return Promise.all(
    [...byAddress.values()].map(async (root) => ({
      root,
      repositories: await remoteNamesOf(root).catch(() => []),
      branch: await branchOf(root),
    })),
  );
}

/**
 * The pairing that runs in one of these repositories: on its own branch for whoever has that checked out, on its
 * base for those who take part. The newest of several.
 * @param now milliseconds since 1970
 */
export function pairingIn(
  pairings: readonly Pairing[],
  folders: readonly WorkFolder[],
  isMe: IsMe,
  now: number,
): Current | null {
  const found = pairings.flatMap((pairing) =>
    pairing.endedAt === null
      ? folders.flatMap((folder) => {
          const rank = rankOf(pairing, folder, isMe, now);
          return rank > 0 ? [{ pairing, folder, rank }] : [];
        })
      : [],
  );
  const [best] = found.sort(
    (one, other) => other.rank - one.rank || (one.pairing.startedAt < other.pairing.startedAt ? 1 : -1),
  );
  return best ? { pairing: best.pairing, folder: best.folder } : null;
}

/** The pairing that runs in this window. */
export async function currentPairing(pairings: readonly Pairing[], isMe: IsMe): Promise<Current | null> {
  if (!pairings.some(({ endedAt }) => endedAt === null)) return null;
  return pairingIn(pairings, await workFolders(), isMe, Date.now());
}

function rankOf(pairing: Pairing, folder: WorkFolder, isMe: IsMe, now: number): number {
  if (!canBe(pairing, folder)) return 0;
  if (folder.branch === pairing.branch) return 2;
  const takesPart = pairing.people.some(isMe);
  const { startedAt, handoffs } = pairing;
  const heard = Math.max(
    ...[startedAt, ...handoffs.map(({ handedAt }) => handedAt)].map((time) => Date.parse(time)),
  );
  return takesPart && folder.branch === pairing.base && now - heard < heardWithin ? 1 : 0;
}

/** Whether its repository is this one, as far as the remotes tell; a fork goes by another owner. */
export function canBe({ repository }: Pick<Pairing, 'repository'>, { repositories }: WorkFolder): boolean {
  if (repository === null || repositories.length === 0) return true;
  const last = (name: string) => name.toLowerCase().slice(name.indexOf('/'));
  return repositories.some((name) => last(name) === last(repository));
}
