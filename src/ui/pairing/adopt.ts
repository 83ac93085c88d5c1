import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Pairing } from '../../model/session.ts';
import type { Deps } from '../commands/deps.ts';
import * as config from '../config.ts';
import type { Here } from './here.ts';
import { eachOnce } from './people.ts';

/**
 * Takes a pairing into the space that somebody began without Cairn: on a branch as `mob` names it. Whoever is known
 * to take part is in it; who else does joins with the first handoff.
 * @throws CairnError 'not-found' where no such branch is checked out
 */
export async function adopt(
  deps: Deps,
  { work, me, folder }: Here,
  others: readonly string[] = [],
): Promise<Pairing> {
  const { inspect } = await import('../../git/pairing/index.ts');
  const { branch, wip, base } = await inspect(work);
  if (branch === null || wip?.name !== branch || !base) {
    throw new CairnError(
      'not-found',
      vscode.l10n.t(
        'No pairing runs here. Begin one with "Cairn: Start Pairing", or join one with "Cairn: Take Over".',
      ),
    );
  }
  const id = ulid();
  await deps.store.perform([
    {
      type: 'pairing.started',
      payload: {
        pairing: id,
        people: eachOnce([me, ...others]),
        ...{ goal: null, style: 'driver-navigator', turnMinutes: config.turnMinutes() },
        repository: folder.repositories[0] ?? null,
        ...{ base: base.name, branch, startedAt: new Date().toISOString() },
      },
    },
  ]);
  return deps.store.pairings.find((one) => one.id === id)!;
}
