import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { SyncResult } from '../../git/index.ts';
import { readInfo } from '../../journal/folders/spaces.ts';
import { CairnError } from '../../model/errors.ts';
import * as config from '../config.ts';
import type { PairingBar } from '../pairing/bar.ts';
import { wordsForSync } from '../words/errors.ts';
import { spaceName } from '../words/spaces.ts';
import type { SpaceSync } from './spaceSync.ts';
import { isForPerson, type SyncStatus } from './status.ts';
import { StatusBar } from './statusBar.ts';
import type { SyncingParts } from './syncing.ts';

/** The space that is shown in the status bar, and, where it is shared, its sync. */
type Current = {
  folder: string;
  sync: SpaceSync | undefined;
  /** Where there is no sync: not shared, or why it could not begin. */
  status: SyncStatus;
};

/** Follows the active space: one sync at a time, the status bar, and the views' message where a person must act. */
export class ActiveSync implements vscode.Disposable {
  readonly #parts: SyncingParts;
  readonly #bar = new StatusBar();
  #pairing: PairingBar | undefined;
  #current: Current | undefined;
  #said: SyncStatus['failure'] = null;
  #turns: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  constructor(parts: SyncingParts) {
    this.#parts = parts;
  }

  /** Brings what is shown in line with the space that is open, and looks for what waits. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#follow();
      await this.#lookAtPairing();
      await this.#current?.sync?.look();
    });
  }

  async status(): Promise<SyncStatus | undefined> {
    await this.#inTurn(() => this.#follow());
    return this.#current?.sync?.status ?? this.#current?.status;
  }

  async syncNow(): Promise<SyncResult> {
    await this.#inTurn(() => this.#follow());
    const { sync, status } = this.#current ?? {};
    if (!sync && !status?.failure) {
      const error = notShared();
      throw this.#parts.failures.known(error, error.message);
    }
    try {
      if (sync) return await sync.syncNow();
      throw status?.failure?.error;
    } catch (error) {
      if (error instanceof Error) this.#parts.failures.known(error, wordsForSync(error));
      throw error;
    }
  }

  /** Ends what is under way, until the next look. */
  leave(): Promise<void> {
    const left = this.#current?.sync?.stop();
    return this.#inTurn(async () => {
      await left;
      await this.#leave();
    });
  }

  setFocus(): void {
    this.#current?.sync?.setFocus(vscode.window.state.focused);
    // Another window may have shared the space or written to it.
    if (vscode.window.state.focused) void this.look().catch(() => {});
  }

  tryAgain(): void {
    this.#current?.sync?.tryAgain();
  }

  plan(): void {
    this.#current?.sync?.plan();
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#current?.sync?.stop();
    this.#pairing?.dispose();
    this.#bar.dispose();
  }

  /** Its code is loaded with the first pairing. */
  async #lookAtPairing(): Promise<void> {
    const { store, signIn } = this.#parts;
    if (!this.#pairing && !store.pairings.some(({ endedAt }) => endedAt === null)) return;
    const { PairingBar } = await import('../pairing/bar.ts');
    if (this.#isDisposed) return;
    const show = (shown: Parameters<StatusBar['showPairing']>[0]) => this.#bar.showPairing(shown);
    this.#pairing ??= new PairingBar({ store, signIn, show });
    await this.#pairing.look();
  }

  async #follow(): Promise<void> {
    const folder = this.#parts.store.space?.folder;
    const before = this.#current;
    if (this.#isDisposed) return;
    if (folder === undefined) {
      await this.#leave();
      this.#bar.hide();
      return;
    }
    const isShared = await isFolder(join(folder, '.git'));
    const isSame = before?.folder === folder;
    if (isSame && (before.sync !== undefined) === isShared) return;
    if (before && !isSame) await this.#leave();
    else await before?.sync?.stop();
    const slug = basename(folder);
    const info = await readInfo(folder).catch(() => null);
    const name = spaceName({ slug, name: info?.name ?? slug });
    const status = localStatus(name);
    let sync: SpaceSync | undefined;
    try {
      sync = isShared ? await this.#open(folder, name) : undefined;
    } catch (error) {
      // No git, or settings that are not Cairn's. The next look tries again.
      status.remote = folder;
      status.failure = { error, times: 2 };
      const said = isSame ? before.status.failure?.error : undefined;
      if (String(said) !== String(error)) this.#parts.log.warn(String(error));
    }
    if (this.#isDisposed) return void sync?.stop();
    this.#current = { folder, sync, status };
    this.#show(sync?.status ?? status);
  }

  /** `undefined` where the folder turns out not to be shared: a share that was interrupted. */
  async #open(folder: string, name: string): Promise<SpaceSync | undefined> {
    const { log, git: openGit } = this.#parts;
    const [{ SpaceSync }, { remoteOf }] = await Promise.all([
      import('./spaceSync.ts'),
      import('../../git/index.ts'),
    ]);
    const git = await openGit();
    const remote = await remoteOf(git, folder);
    if (!remote) return undefined;
    const now = () => {
      const { space } = this.#parts.store;
      if (space?.folder === folder) return space;
      throw new CairnError('cancelled', 'Another space is the active one now.');
    };
    return new SpaceSync({
      ...{ name, remote, git, log },
      clone: {
        folder,
        hold: async (work) => now().hold(work),
        writer: async () => now().writer(),
        renewWriter: async () => now().renewWriter(),
      },
      reread: async () => now().reread(),
      interval: config.syncInterval,
      isFocused: vscode.window.state.focused,
      onChange: (status) => {
        if (this.#current?.folder === folder) this.#show(status);
      },
    });
  }

  async #leave(): Promise<void> {
    const { sync } = this.#current ?? {};
    this.#current = undefined;
    await sync?.stop();
    this.#said = null;
    this.#parts.failures.clear('sync');
  }

  #show(status: SyncStatus): void {
    const { failures } = this.#parts;
    this.#bar.show(status);
    const { failure } = status;
    if (failure === this.#said) return;
    this.#said = failure;
    if (!failure || !isForPerson(failure)) failures.clear('sync');
    else {
      const code = failure.error instanceof CairnError ? failure.error.code : 'bug';
      failures.set('sync', { code, message: wordsForSync(failure.error) });
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turns.then(work);
    this.#turns = done.catch(() => {});
    return done;
  }
}

const notShared = () =>
  new CairnError(
    'bad-remote',
    vscode.l10n.t('This space is on this machine only. Share it first: "Cairn: Share Space".'),
  );

/** A space on this machine only is never out of step. */
function localStatus(name: string): SyncStatus {
  return { name, remote: null, isSyncing: false, waiting: 0, inStepAt: null, failure: null, skipped: [] };
}

const isFolder = (path: string) =>
  stat(path).then(
    (there) => there.isDirectory(),
    () => false,
  );
