import * as vscode from 'vscode';
import type { EndHow, PreparedEnd } from '../../git/pairing/index.ts';
import { CairnError } from '../../model/errors.ts';
import { pairingMark } from '../ids.ts';
import { saveOpenFiles } from '../pairing/capture.ts';
import { decide, decisionsArgument } from '../pairing/decide.ts';
import { endEvents } from '../pairing/endEvents.ts';
import { askHow, askMessage } from '../pairing/endInput.ts';
import { openHere } from '../pairing/here.ts';
import { allPersons } from '../pairing/persons.ts';
import { busy, say } from '../pairing/progress.ts';
import { record } from '../pairing/records.ts';
import { inQuotes } from '../words/pairingNames.ts';
import { booleanArgument, objectArgument, textArgument, wordArgument } from './ask.ts';
import type { Command } from './deps.ts';

const hows = ['squash', 'keep', 'none'] as const satisfies EndHow[];

/**
 * `cairn.endPairing({ how?, message?, log?, folder?, decisions? }?)`: brings what the pair made onto the base branch as
 * one commit with everybody's name (`squash`, the usual), as its commits are (`keep`), or leaves it on its branch
 * (`none`), and logs the session with its turns unless `log` is false. The base branch is never pushed. Resolves to
 * `{ pairing, session, how, commit, branch, base, backups, warning }`.
 */
export const endPairing: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const decisions = decisionsArgument(given?.decisions);
  const wanted = given ? (wordArgument(given.how, 'how', hows) ?? 'squash') : null;
  const ownMessage = textArgument(given?.message, 'message', 50_000);
  const isLogged = booleanArgument(given?.log, 'log') ?? true;
  const here = await openHere(deps, given);
  const { pairing, work } = here;
  if (!pairing) {
    throw new CairnError(
      'not-found',
      vscode.l10n.t('No pairing runs here. Switch to its branch first, where it is on another one.'),
    );
  }
  await saveOpenFiles(here.folder.root);
  const git = await import('../../git/pairing/end.ts');
  const people = await allPersons(work, pairing, here.isMe);
  const options = { base: pairing.base, branch: pairing.branch, people, fetch: true };
  const prepared = await busy(!given, vscode.l10n.t('Fetching the work in progress'), () =>
    git.prepareEnd(work, options),
  );
  const how = wanted ?? (await askHow(prepared));
  // What stays where it is needs no decision.
  const agreed = how === 'none' ? {} : await decide(prepared.findings, decisions, !given);
  const message = how === 'squash' ? (ownMessage ?? (await messageOf(prepared, !given))) : undefined;
  const done = await busy(!given, vscode.l10n.t('Ending the pairing'), () =>
    git.endPairing(work, prepared, { how, decisions: agreed, ...(message === undefined ? {} : { message }) }),
  );

  const subject = message?.split('\n', 1)[0] ?? '';
  const goal = deps.store.goals.find(({ id }) => id === pairing.goalId)?.title ?? null;
  const squashed = how === 'squash' ? { commit: done.commit, subject } : null;
  const commit = how === 'none' ? null : done.commit;
  const { events, session } = endEvents(deps, {
    ...{ pairing, goal, commits: prepared.commits, squashed, now: new Date() },
    ...{ how, commit, isLogged },
  });
  const warning = await record(deps, events);
  await deps.memory.update(pairingMark, undefined);
  if (!given) {
    if (warning !== null) throw new CairnError('journal-unwritable', warning);
    say(endWords(how, done.base));
    if (session !== null) await vscode.commands.executeCommand('cairn.openSession', session);
  }
  const { branch, base, backups } = done;
  return { pairing: pairing.id, session, how, commit, branch, base, backups, warning };
};

const messageOf = async (prepared: PreparedEnd, isPerson: boolean) =>
  isPerson ? askMessage(prepared) : prepared.message;

function endWords(how: EndHow, base: string): string {
  return how === 'none'
    ? vscode.l10n.t('Cairn: the pairing is over. Its branch stays as it is.')
    : vscode.l10n.t(
        'Cairn: the pairing is over. Its work is on {0}, which is not pushed yet.',
        inQuotes(base),
      );
}
