import * as vscode from 'vscode';
import { filesNow, touches } from '../../git/touches.ts';
import { CairnError } from '../../model/errors.ts';
import { reviewsOf } from '../../programme/knowledge/risk/reviews.ts';
import { known, type Risks, risksOf } from '../../programme/knowledge/risk/risks.ts';
import { rootOf } from '../annotations/place.ts';
import type { Deps } from '../commands/deps.ts';
import { repositoriesOf } from '../repositories.ts';

/** What is known of one repository of the window. */
export type FolderRisks = Risks & {
  root: vscode.Uri;
  /** `owner/name`, or the folder's own name. */
  name: string;
  /** The history was longer than what was read. */
  isCut: boolean;
  /** Whether reviews of it were pulled. */
  hasReviews: boolean;
};

/** Commits of a year that are read. */
const mostCommits = 20_000;
/** Milliseconds after which a history that is slow to read is left. */
const patience = 60_000;

/**
 * Which code of the open folders one active person alone knows, by history and by the reviews that were pulled. Reads what
 * is on this machine and nothing else. Throws 'not-found' where nothing can be read, with the reason in its words.
 */
export async function readRisks(deps: Deps, now: Date, signal?: AbortSignal): Promise<FolderRisks[]> {
  if (!vscode.workspace.isTrusted)
    throw new CairnError(
      'not-found',
      vscode.l10n.t(
        'This reads the history by git, which restricted mode does not allow. Trust the workspace first ("Workspaces: Manage Workspace Trust").',
      ),
    );
  await deps.store.load();
  const roots = new Map<string, vscode.Uri>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const root = uri.scheme === 'file' ? await rootOf(vscode.Uri.joinPath(uri, 'x')) : null;
    if (root) roots.set(root.toString(), root);
  }
  if (roots.size === 0)
    throw new CairnError(
      'not-found',
      vscode.l10n.t('No folder of this window is in a git repository, so there is no history to read.'),
    );
  const found: FolderRisks[] = [];
  for (const root of roots.values()) found.push(await readOne(deps, root, now, signal));
  return found;
}

async function readOne(
  deps: Deps,
  root: vscode.Uri,
  now: Date,
  signal: AbortSignal = new AbortController().signal,
): Promise<FolderRisks> {
  const git = await deps.git();
  const within = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
  const since = now.getTime() - known;
  const [{ commits, isCut }, files, repositories] = await Promise.all([
    touches(git, root.fsPath, { since, most: mostCommits, signal: within }),
    filesNow(git, root.fsPath, within),
    repositoriesOf(root).catch(() => []),
  ]);
  const reviews = repositories.flatMap((name) => reviewsOf(deps.store.pullRequests, name));
  const name = repositories[0] ?? root.path.split('/').at(-1) ?? '';
  const risks = risksOf([...commits, ...reviews], now, { files });
  return { ...risks, root, name, isCut, hasReviews: reviews.length > 0 };
}
