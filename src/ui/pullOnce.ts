import * as vscode from 'vscode';
import type { Cache } from '../github/cache.ts';
import type { PullProgress, PullResult } from '../github/pull.ts';
import type { PullSource } from './pullSource.ts';
import type { Store } from './store.ts';

type Options = {
  source: PullSource;
  store: Store;
  cache: Cache;
  log: vscode.LogOutputChannel;
  full: boolean;
  signal: AbortSignal;
  /** What it is doing, in words. */
  onProgress: (text: string) => void;
  /** What arrived is on disk and could not be shown. */
  onFailure: (error: unknown) => void;
};

/** Pulls from one source into cache and store. Loads what speaks with GitHub. Throws what the pull throws. */
export async function pullOnce(options: Options): Promise<PullResult> {
  const { store, log, source, onFailure } = options;
  const { host, token, mentee, repositories } = source;
  const { createGitHub, pull } = await import('../github/index.ts');
  if (store.mentee?.toLowerCase() !== mentee.toLowerCase()) await store.reload();
  await store.load();
  const result = await pull({
    github: createGitHub({ host, token, userAgent: 'cairn', log: (text) => log.debug(text) }),
    host,
    cache: options.cache,
    mentee,
    repositories,
    full: options.full,
    signal: options.signal,
    onProgress: (at) => options.onProgress(progressText(at)),
    onRecords: (records) => void store.takeIn(records).catch(onFailure),
  });
  for (const { repository, error } of result.problems)
    log.warn(`${repository}: [${error.code}] ${error.message} ${error.detail ?? ''}`);
  log.info(`Pulled ${result.pullRequests} pull requests of ${mentee} with ${result.requests} requests.`);
  return result;
}

function progressText({ repository, done, total, comments }: PullProgress): string {
  return total === null
    ? vscode.l10n.t('Pulling from {0}…', repository)
    : vscode.l10n.t(
        'Pulling from {0}: {1} of {2} pull requests, {3} comments',
        repository,
        done,
        total,
        comments,
      );
}
