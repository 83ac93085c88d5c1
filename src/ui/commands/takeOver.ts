import * as vscode from 'vscode';
import type { PeekedTakeOver } from '../../git/pairing/index.ts';
import type { Pairing } from '../../model/session.ts';
import { pairingMark } from '../ids.ts';
import { adopt } from '../pairing/adopt.ts';
import { saveOpenFiles } from '../pairing/capture.ts';
import { canBe } from '../pairing/current.ts';
import { decide, decisionsArgument } from '../pairing/decide.ts';
import { type Here, openHere } from '../pairing/here.ts';
import type { Place } from '../pairing/places.ts';
import { busy, say } from '../pairing/progress.ts';
import { record } from '../pairing/records.ts';
import { restorePlaces } from '../pairing/restorePlaces.ts';
import { askToTakeOver } from '../pairing/showNote.ts';
import { inQuotes } from '../words/pairingNames.ts';
import { nameWord } from '../words/whose.ts';
import { invalid, objectArgument, pick, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.takeOver({ pairing?, base?, qualifier?, folder?, decisions? }?)`: fetches, shows a person the note first,
 * switches to the branch of the pairing and opens the files of the handoff where they were. What `mob next` has pushed
 * is taken over in the same way. Resolves to
 * `{ pairing, handoff, note, by, commit, branch, opened, backups, warning }`.
 */
export const takeOver: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const decisions = decisionsArgument(given?.decisions);
  const wanted = textArgument(given?.pairing, 'pairing', 200);
  const base = textArgument(given?.base, 'base', 1000);
  const qualifier = given?.qualifier === null ? null : textArgument(given?.qualifier, 'qualifier', 200);
  const here = await openHere(deps, given);
  // What is typed and not saved is work, too: git has to see it.
  await saveOpenFiles(here.folder.root);
  // The goal and the places come through the space; without it there is still the note in the commit.
  await busy(!given, vscode.l10n.t('Syncing the space'), () => deps.syncing.syncNow()).catch((error) =>
    deps.log.info(`Taking over without a sync: ${error}`),
  );
  const pairing = base === undefined ? await chosenPairing(deps, here, wanted, !given) : null;
  const git = await import('../../git/pairing/index.ts');
  const branches = pairing
    ? { base: pairing.base, branch: pairing.branch }
    : { ...(base === undefined ? {} : { base }), ...(qualifier === undefined ? {} : { qualifier }) };
  const peeked = await busy(!given, vscode.l10n.t('Fetching the work in progress'), () =>
    git.peekTakeOver(here.work, { ...branches, fetch: true }),
  );
  const goal = deps.store.goals.find(({ id }) => id === pairing?.goalId)?.title ?? null;
  if (!given && peeked.commit !== null) await askToTakeOver(peeked, goal);
  const agreed = await decide(peeked.findings, decisions, !given);
  const done = await busy(!given, vscode.l10n.t('Taking over'), () =>
    git.takeOver(here.work, peeked, { decisions: agreed }),
  );

  const by = peeked.by?.name ?? null;
  const taken = pairing ?? (await adopt(deps, here, by === null ? [] : [by]));
  // One that has not come through the space yet would keep the turn from counting until it does.
  const handoff = taken.handoffs.find(({ id }) => id === peeked.message?.handoff)?.id ?? null;
  const payload = { pairing: taken.id, handoff, driver: here.me, takenAt: new Date().toISOString() };
  const warning = await record(deps, [{ type: 'pairing.takenOver', payload }]);
  await deps.memory.update(pairingMark, true);
  const opened = await restorePlaces(here.folder.root, placesOf(taken, peeked));
  if (!given) say(warning ?? vscode.l10n.t('Cairn: you drive, on {0}.', inQuotes(done.branch)));
  const { commit, branch, backups } = done;
  const note = peeked.message?.note ?? null;
  return { pairing: taken.id, handoff, note, by, commit, branch, opened, backups, warning };
};

/** Where to go on: as the space has it, else the one file that the commit names. */
function placesOf({ handoffs }: Pairing, { message }: PeekedTakeOver): readonly Place[] {
  const places = handoffs.find(({ id }) => id === message?.handoff)?.files ?? [];
  if (places.length > 0) return places;
  return message?.lastFile ? [{ path: message.lastFile, line: 1, column: 1 }] : [];
}

/** The pairing that is meant: named, or the one of this repository; `null` where the space knows of none. */
async function chosenPairing(
  { store }: Deps,
  { folder, isMe }: Here,
  wanted: string | undefined,
  isPerson: boolean,
): Promise<Pairing | null> {
  const running = store.pairings.filter((one) => one.endedAt === null && canBe(one, folder));
  if (wanted !== undefined) {
    const named = running.find(({ id }) => id === wanted);
    if (named) return named;
    throw invalid(vscode.l10n.t('No pairing with the id {0} runs in this repository.', wanted.slice(0, 60)));
  }
  const checkedOut = running.findLast(({ branch }) => branch === folder.branch);
  if (checkedOut) return checkedOut;
  const own = running.filter(({ people }) => people.some(isMe));
  const onBase = own.filter(({ base }) => base === folder.branch);
  const [found = null, ...more] = (onBase.length > 0 ? onBase : own).toReversed();
  if (more.length === 0 || found === null || !isPerson) return found;
  return pick(
    vscode.l10n.t('Which pairing do you take over?'),
    [found, ...more].map((one) => ({
      label: inQuotes(one.branch),
      description: one.people.map(nameWord).join(', '),
      value: one,
    })),
  );
}
