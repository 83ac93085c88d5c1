import { join } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import type { ActiveSpace } from './activeSpace.ts';
import { authorName } from './author.ts';
import * as config from './config.ts';
import { dataFolder } from './dataFolder.ts';
import { shownWithoutGuess } from './ids.ts';
import type { SignIn } from './signIn.ts';
import type { StoreCore } from './storeCore.ts';

type Parts = {
  cacheFolder: string;
  /** Of Cairn. */
  version: string;
  signIn: SignIn;
  activeSpace: ActiveSpace;
  /** Kept for this workspace. */
  memory: vscode.Memento;
  log: vscode.LogOutputChannel;
  /** Shows that a part of the journal could not be read. */
  onFailure: (error: CairnError) => void;
};

/** Opens the journal and the cache; their code is loaded here and not before. Throws 'journal-unwritable'. */
export async function openStore({
  cacheFolder,
  version,
  signIn,
  activeSpace,
  memory,
  log,
  onFailure,
}: Parts): Promise<StoreCore> {
  const [{ privateFolderOf, Space }, { Cache }, { StoreCore }] = await Promise.all([
    import('../journal/space.ts'),
    import('../github/cache.ts'),
    import('./storeCore.ts'),
  ]);
  // What people said does not depend on a server's address: with a bad one the goals and the journal are there.
  const host = hostOrNull();
  const login = host ? signIn.login() : null;
  const space = await Space.open({
    folder: activeSpace.folder(),
    privateFolder: privateFolderOf(dataFolder(), activeSpace.slug()),
    author: () => authorName(signIn),
    snapshot: { file: join(dataFolder(), 'snapshots', `${activeSpace.slug()}.json`), version },
    onProblem: (problem) => log.warn(`${problem.file}:${problem.line}: ${problem.message}`),
  });
  const core = await StoreCore.open({
    space,
    cache: new Cache(cacheFolder, (text) => log.warn(text)),
    login,
    menteeSetting: config.menteeSetting(),
    host: host?.name ?? null,
    forgotten: activeSpace.forgotten(),
    isShown: (key) => memory.get<string[]>(shownWithoutGuess, []).includes(key),
  });
  const lines = space.problems.length;
  if (lines > 0) {
    const words = vscode.l10n.t(
      'Lines of the journal that could not be read and were set aside: {0}. All else is here. "Cairn: Show Log" names them.',
      lines,
    );
    onFailure(new CairnError('journal-unreadable', words));
  }
  return core;
}

function hostOrNull(): Host | null {
  try {
    return config.host();
  } catch {
    return null;
  }
}
