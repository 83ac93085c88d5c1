import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { NewEvent } from '../../model/events.ts';
import type { Deps } from '../commands/deps.ts';

/** What could not be written: the git side of it is done and cannot be taken back. */
const waiting = 'cairn.pairing.unwritten';
/** Milliseconds between tries: a virus scanner or a full disk may be over in a moment. */
const pauses = [300, 1500];

type Memory = Pick<Deps, 'store' | 'memory' | 'log'>;
type Waiting = { folder: string; events: NewEvent[] };

/**
 * Writes what git has done already. Where the journal cannot be written, it is tried again, then kept in VS Code's
 * memory of this workspace until the next command of a pairing.
 * @returns words for the person where it still waits, else `null`
 */
export async function record(deps: Memory, events: NewEvent[]): Promise<string | null> {
  const folder = deps.store.space?.folder ?? '';
  for (const pause of [...pauses, null]) {
    try {
      await deps.store.perform(events);
      return null;
    } catch (error) {
      if (!(error instanceof CairnError)) throw error;
      deps.log.warn(`[${error.code}] ${error.message}`);
      if (pause !== null) await wait(pause);
    }
  }
  await deps.memory.update(waiting, [...kept(deps), { folder, events }]);
  return vscode.l10n.t(
    'The work is at the remote, but Cairn could not write its journal. It is written with the next command of the pairing; check the disk and cairn.dataFolder.',
  );
}

/** Writes what waits for this space. Never throws: it waits on. */
export async function writeWhatWaits(deps: Memory): Promise<void> {
  const all = kept(deps);
  const folder = deps.store.space?.folder;
  for (const one of all.filter((each) => each.folder === folder)) {
    try {
      await deps.store.perform(one.events);
    } catch (error) {
      deps.log.warn(String(error));
      return;
    }
    await deps.memory.update(
      waiting,
      kept(deps).filter(({ events }) => JSON.stringify(events) !== JSON.stringify(one.events)),
    );
  }
}

const kept = ({ memory }: Memory): Waiting[] => memory.get<Waiting[]>(waiting, []);
