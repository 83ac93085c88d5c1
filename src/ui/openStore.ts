import { join } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { Host } from '../model/host.ts';
import * as config from './config.ts';
import { dataFolder } from './dataFolder.ts';
import type { SignIn } from './signIn.ts';
import type { StoreCore } from './storeCore.ts';

type Parts = {
  cacheFolder: string;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  /** Shows that a part of the journal could not be read. */
  onFailure: (error: CairnError) => void;
};

/** Opens the journal and the cache; their code is loaded here and not before. Throws 'journal-unwritable'. */
export async function openStore({ cacheFolder, signIn, log, onFailure }: Parts): Promise<StoreCore> {
  const [{ Journal }, { Cache }, { StoreCore }, { userInfo }] = await Promise.all([
    import('../journal/journal.ts'),
    import('../github/cache.ts'),
    import('./storeCore.ts'),
    import('node:os'),
  ]);
  // What people said does not depend on a server's address: with a bad one the goals and the journal are there.
  const host = hostOrNull();
  const login = host ? signIn.login() : null;
  const author = () => (host && signIn.login()) ?? osUser(userInfo);
  const journal = await Journal.open(spaceFolder(host), {
    author,
    onProblem: (problem) => log.warn(`${problem.file}:${problem.line}: ${problem.message}`),
  });
  const core = await StoreCore.open({
    journal,
    cache: new Cache(cacheFolder, (text) => log.warn(text)),
    mentee: config.menteeSetting() ?? login,
    host: host?.name ?? null,
    author,
  });
  const lines = journal.problems.length;
  if (lines > 0) {
    const words = vscode.l10n.t(
      'Lines of the journal that could not be read and were set aside: {0}. All else is here. "Cairn: Show Log" names them.',
      lines,
    );
    onFailure(new CairnError('journal-unreadable', words));
  }
  return core;
}

/**
 * The folder of the active space: the user's own, or, where the settings name another mentee, that mentee's, so that
 * two people's goals and tags never mix.
 */
function spaceFolder(host: Host | null): string {
  const mentee = config.menteeSetting();
  const name = mentee === null ? 'personal' : `${host?.name ?? 'unknown'}_${mentee}`.toLowerCase();
  return join(dataFolder(), 'spaces', name.replace(/[^a-z0-9._-]/g, '_').slice(0, 150));
}

function hostOrNull(): Host | null {
  try {
    return config.host();
  } catch {
    return null;
  }
}

/** A container's user may have no name. */
function osUser(userInfo: typeof import('node:os').userInfo): string {
  try {
    return userInfo().username;
  } catch {
    return vscode.l10n.t('me');
  }
}
