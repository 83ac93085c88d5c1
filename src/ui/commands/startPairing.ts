import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Payload } from '../../model/events.ts';
import { pairingMark } from '../ids.ts';
import { saveOpenFiles } from '../pairing/capture.ts';
import { decide, decisionsArgument } from '../pairing/decide.ts';
import { type Here, openHere } from '../pairing/here.ts';
import { eachOnce } from '../pairing/people.ts';
import { busy, say } from '../pairing/progress.ts';
import { record } from '../pairing/records.ts';
import { inQuotes } from '../words/pairingNames.ts';
import { invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { blankPairing, type PairingInput, pairingArgument, pairingSteps } from './pairingInput.ts';
import { askSteps } from './steps.ts';

/**
 * `cairn.startPairing({ people, goal?, style?, turnMinutes?, folder?, base?, qualifier?, decisions? }?)`: begins a
 * pairing on a branch of its own, with this user as the driver. Resolves to
 * `{ id, branch, base, backups, warning }`; `warning` says what could not be recorded.
 */
export const startPairing: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const decisions = decisionsArgument(given?.decisions);
  const [base, qualifier] = [
    textArgument(given?.base, 'base', 1000),
    given?.qualifier === null ? null : textArgument(given?.qualifier, 'qualifier', 200),
  ];
  const here = await openHere(deps, given);
  if (here.pairing && here.folder.branch === here.pairing.branch) {
    throw invalid(
      vscode.l10n.t(
        'A pairing runs on {0} already. Hand it off, or end it first.',
        inQuotes(here.pairing.branch),
      ),
    );
  }
  const input = given ? pairingArgument(deps, given) : await askInput(deps);
  // What is typed and not saved is work, too: git has to see it.
  await saveOpenFiles(here.folder.root);
  const git = await import('../../git/pairing/index.ts');
  const named = {
    ...(base === undefined ? {} : { base }),
    ...(qualifier === undefined ? {} : { qualifier }),
  };
  const prepared = await busy(!given, vscode.l10n.t('Looking at the repository'), () =>
    git.prepareStart(here.work, { ...named, fetch: true }),
  );
  const agreed = await decide(prepared.findings, decisions, !given);
  const done = await busy(!given, vscode.l10n.t('Starting the pairing'), () =>
    git.startPairing(here.work, prepared, { decisions: agreed }),
  );
  const payload = started(here, input, { base: done.base, branch: done.branch });
  const warning = await record(deps, [{ type: 'pairing.started', payload }]);
  await deps.memory.update(pairingMark, true);
  if (!given) say(warning ?? vscode.l10n.t('Cairn: pairing on {0}. You drive.', inQuotes(done.branch)));
  return { id: payload.pairing, branch: done.branch, base: done.base, backups: done.backups, warning };
};

async function askInput(deps: Deps): Promise<PairingInput> {
  const draft = blankPairing(deps);
  await askSteps(vscode.l10n.t('Start pairing'), pairingSteps(deps, draft));
  return draft;
}

/** What the journal is told; whoever else is named sees it in the space, not in the repository. */
function started(
  { folder, me }: Here,
  { people, ...input }: PairingInput,
  branches: { base: string; branch: string },
): Payload<'pairing.started'> {
  return {
    pairing: ulid(),
    people: eachOnce([me, ...people]),
    ...input,
    repository: folder.repositories[0] ?? null,
    ...branches,
    startedAt: new Date().toISOString(),
  };
}
