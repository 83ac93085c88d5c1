import type * as vscode from 'vscode';
import * as config from './config.ts';
import { spaceFolder } from './dataFolder.ts';
import type { SignIn } from './signIn.ts';
import type { StoreCore } from './storeCore.ts';

/** Opens the journal and the cache; their code is loaded here and not before. Throws 'bad-host'. */
export async function openStore(parts: {
  cacheFolder: string;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
}): Promise<StoreCore> {
  const { log, signIn } = parts;
  const [{ Journal }, { Cache }, { StoreCore }, { userInfo }] = await Promise.all([
    import('../journal/journal.ts'),
    import('../github/cache.ts'),
    import('./storeCore.ts'),
    import('node:os'),
  ]);
  const author = () => signIn.login() ?? userInfo().username;
  const journal = await Journal.open(spaceFolder(), {
    author,
    onProblem: (problem) => log.warn(`${problem.file}:${problem.line}: ${problem.message}`),
  });
  return StoreCore.open({
    journal,
    cache: new Cache(parts.cacheFolder, (text) => log.warn(text)),
    mentee: config.menteeSetting() ?? signIn.login(),
    host: config.host().name,
    author,
  });
}
