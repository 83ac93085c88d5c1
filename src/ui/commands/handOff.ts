import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Note, PreparedHandOff } from '../../git/pairing/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Payload } from '../../model/events.ts';
import { adopt } from '../pairing/adopt.ts';
import { askSecrets } from '../pairing/askSecrets.ts';
import { openPlaces, saveOpenFiles } from '../pairing/capture.ts';
import { decide, decisionsArgument } from '../pairing/decide.ts';
import { type Here, openHere } from '../pairing/here.ts';
import { askNote, noteArgument } from '../pairing/noteInput.ts';
import { others } from '../pairing/people.ts';
import { knownPersons } from '../pairing/persons.ts';
import { askToPush } from '../pairing/preview.ts';
import { busy, say } from '../pairing/progress.ts';
import { record } from '../pairing/records.ts';
import { nameWord } from '../words/whose.ts';
import { objectArgument, pick, textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.handOff({ done?, todo?, unclear?, failing?, next?, folder?, decisions? }?)`, or the note in one line:
 * `{ note: 'done | next | unclear | failing' }`: commits the work in progress with the note, pushes it, and says in
 * the space who drives next, where the files were open and which goal it serves. Resolves to
 * `{ pairing, handoff, commit, branch, message, backups, warning }`; `warning` says what could not be recorded.
 */
export const handOff: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const fromProgram = given ? noteArgument(given) : null;
  const decisions = decisionsArgument(given?.decisions);
  const named = textArgument(given?.next, 'next', 200);
  const here = await openHere(deps, given);
  const pairing = here.pairing ?? (await adopt(deps, here));
  const next = named ?? (await nextDriver(others(pairing, here.isMe), !given));
  const git = await import('../../git/pairing/index.ts');
  const id = ulid();
  const { base, branch: wip } = pairing;
  const coAuthors = await knownPersons(here.work, pairing, here.isMe);

  let note = fromProgram;
  let prepared: PreparedHandOff;
  let agreed = decisions;
  let files = openPlaces(here.folder.root);
  do {
    note = fromProgram ?? (await askNote(note, next));
    await saveOpenFiles(here.folder.root);
    files = openPlaces(here.folder.root);
    const options = { base, branch: wip, id, note, coAuthors, lastFile: files[0]?.path ?? null };
    prepared = await busy(!given, vscode.l10n.t('Packing the work in progress'), () =>
      git.prepareHandOff(here.work, options),
    );
    agreed = { ...decisions };
    if (!given && prepared.secrets.length > 0) {
      await askSecrets(here.folder.root, prepared);
      agreed.secrets = 'go-on';
    }
    agreed = await decide(prepared.findings, agreed, !given);
  } while (!given && (await askToPush(prepared, next)) === 'edit');

  const turn = { note, next, files, id, startedAt: pairing.since ?? pairing.startedAt };
  const done = await busy(!given, vscode.l10n.t('Handing off'), () =>
    git.handOff(here.work, prepared, { decisions: agreed }),
  );
  const payload = handedOff(pairing.id, here, { ...turn, commit: done.commit });
  const warning = await record(deps, [{ type: 'pairing.handedOff', payload }]);
  if (!given) {
    if (warning !== null) throw new CairnError('journal-unwritable', warning);
    say(
      next === null
        ? vscode.l10n.t('Cairn: handed off.')
        : vscode.l10n.t('Cairn: handed off to {0}.', nameWord(next)),
    );
  }
  const { commit, branch, backups } = done;
  return { pairing: pairing.id, handoff: id, commit, branch, message: prepared.message, backups, warning };
};

function handedOff(
  pairing: string,
  { me }: Here,
  turn: {
    note: Note;
    next: string | null;
    id: string;
    startedAt: string;
    commit: string;
    files: Payload<'pairing.handedOff'>['files'];
  },
): Payload<'pairing.handedOff'> {
  const { note, next, files, commit, startedAt } = turn;
  const { done, todo, unclear, failing } = note;
  return {
    ...{ pairing, handoff: turn.id, driver: me, next },
    ...{ done, todo, unclear, failing: failing === '' ? null : failing },
    ...{ commit, startedAt, handedAt: new Date().toISOString(), files },
  };
}

/** Who drives next: asked only where there is more than one to choose from. */
async function nextDriver(people: string[], isPerson: boolean): Promise<string | null> {
  if (people.length < 2 || !isPerson) return people[0] ?? null;
  return pick<string | null>(vscode.l10n.t('Who drives next?'), [
    ...people.map((name) => ({ label: plainIcons(nameWord(name)), value: name as string | null })),
    { label: vscode.l10n.t('Whoever is first'), value: null },
  ]);
}
