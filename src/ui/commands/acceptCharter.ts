import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { NewEvent } from '../../model/events.ts';
import { personOf } from '../../model/fold.ts';
import type { Charter } from '../../model/mentorship.ts';
import { peopleOf } from '../../model/mentorshipOf.ts';
import { plainLine } from '../../model/plainLine.ts';
import { textHash } from '../../model/textHash.ts';
import { changedSections } from '../../programme/charter/index.ts';
import { commands, sessionScheme } from '../ids.ts';
import { parseCharterPath } from '../mentorship/charter/address.ts';
import { standing } from '../mentorship/charter/lenses.ts';
import { writtenEvents } from '../mentorship/charter/save.ts';
import { needMentorship, needNamed } from '../mentorship/place.ts';
import { namesWords } from '../mentorship/words.ts';
import { day } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';
import { booleanArgument, cancelled, invalid, objectArgument, textArgument } from './ask.ts';
import type { Command, Deps } from './deps.ts';
import { charterUri, openCharter } from './openCharter.ts';

/**
 * `cairn.acceptCharter({ charter?, isAccepted? }?)`: accepts the newest version of the charter, or the one that is named,
 * for oneself; `isAccepted: false` takes it back. Without an argument it says what changed since the version that the
 * user accepted, and asks. Resolves to `{ charter, isAccepted, inForceSince }`; `inForceSince` is `null` as long as
 * somebody else has to accept, too.
 */
export const acceptCharter: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const id = textArgument(given?.charter, 'charter', 200);
  const wanted = booleanArgument(given?.isAccepted, 'isAccepted') ?? true;
  const mentorship = await needMentorship(deps);
  if (!given) needShown(deps);
  needNamed(deps, mentorship);
  if (!given) return acceptAsked(deps);
  const version =
    id === undefined ? deps.store.charters.at(-1) : deps.store.charters.find((one) => one.id === id);
  if (!version) throw nothingWritten();
  return accept(deps, version, wanted);
};

/** What is read is what is accepted: not the charter of one mentorship before the eyes of somebody who reads another. */
function needShown({ activeSpace }: Deps): void {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const address = uri?.scheme === sessionScheme ? parseCharterPath(uri.path) : null;
  if (!address || address.space === activeSpace.slug()) return;
  throw invalid(
    vscode.l10n.t(
      'The charter in the editor stands in the space “{0}”, and another one is shown, so nothing was accepted. “Cairn: Switch Space” brings it back; “Cairn: Open Charter” opens the one of the space that is shown.',
      plainLine(address.space, 60),
    ),
  );
}

async function acceptAsked(deps: Deps): Promise<unknown> {
  const open = openDocument(deps);
  // What is seen is what is accepted, and not the version before it.
  if (open?.isDirty && !(await open.save())) throw notSaved();
  const { newest } = standing(deps);
  if (newest) {
    const isAccepted = await askWhether(deps, newest);
    return isAccepted === null ? undefined : accept(deps, newest, isAccepted);
  }
  // A template is read before it is accepted.
  if (!open) return openCharter(deps);
  const events = writtenEvents(
    { charters: deps.store.charters, mentorship: deps.store.records.mentorship },
    open.getText(),
  );
  const written = events.find(({ type }) => type === 'charter.written');
  if (written?.type !== 'charter.written') throw nothingWritten();
  const { charter: id, text } = written.payload;
  return accept(deps, { id, text }, true, events);
}

/** One act. Saying again what was said already is no act. */
async function accept(
  deps: Deps,
  { id, text }: Pick<Charter, 'id' | 'text'>,
  isAccepted: boolean,
  before: NewEvent[] = [],
): Promise<unknown> {
  const { store } = deps;
  const now = () => store.charters.find((one) => one.id === id);
  const hasAccepted = now()?.acceptedBy.some((name) => store.space?.isMe(name)) ?? false;
  const events: NewEvent[] = [...before];
  if (isAccepted !== hasAccepted)
    events.push({
      type: 'charter.accepted',
      payload: { charter: id, isAccepted, ...(isAccepted && { hash: textHash(text) }) },
    });
  if (events.length > 0) await store.perform(events);
  const inForceSince = now()?.inForceSince ?? null;
  const { waitsFor } = standing(deps);
  vscode.window.setStatusBarMessage(
    !isAccepted
      ? vscode.l10n.t('Cairn: noted. This version of the charter does not hold.')
      : inForceSince !== null
        ? vscode.l10n.t('Cairn: the charter is in force.')
        : vscode.l10n.t(
            'Cairn: accepted. It holds as soon as these have accepted, too: {0}.',
            namesWords(waitsFor),
          ),
    8000,
  );
  return { charter: id, isAccepted, inForceSince };
}

/** `null`: the user looks at it first. */
async function askWhether(deps: Deps, newest: Charter): Promise<boolean | null> {
  const { mine, isAsked, waitsFor } = standing(deps);
  const { mentorship } = deps.store.records;
  const people = mentorship ? peopleOf(mentorship, (name) => personOf(deps.store.records, name)) : [];
  const changes = mine && mine !== newest ? changedSections(mine.text, newest.text) : null;
  const yes = vscode.l10n.t('Accept');
  const no = vscode.l10n.t('No Longer Accept');
  const look = changes ? vscode.l10n.t('Show What Changed') : vscode.l10n.t('Read It');
  const answer = await vscode.window.showInformationMessage(
    isAsked
      ? changes
        ? vscode.l10n.t('The charter has changed since you accepted it. Do you accept it as it is now?')
        : vscode.l10n.t('Do you accept the charter?')
      : vscode.l10n.t('You have accepted the charter. Is that still so?'),
    {
      modal: true,
      detail: [
        mentorship && vscode.l10n.t('“{0}”, with {1}.', plainLine(mentorship.title, 120), namesWords(people)),
        vscode.l10n.t(
          'Written by {0}, {1}.',
          nameWord(newest.createdBy ?? ''),
          day(new Date(newest.writtenAt), new Date()),
        ),
        changes && changedWords(changes),
        isAsked &&
          waitsFor.length > 0 &&
          vscode.l10n.t('It holds as soon as these have accepted, too: {0}.', namesWords(waitsFor)),
        isAsked &&
          waitsFor.length === 0 &&
          vscode.l10n.t('With you, everybody has accepted: it holds from now on.'),
        vscode.l10n.t('You can take this back at any time. A change asks everybody again.'),
      ]
        .filter(Boolean)
        .join('\n\n'),
    },
    ...(isAsked ? [yes, look] : [no, look]),
  );
  if (answer === undefined) throw cancelled();
  if (answer !== look) return answer === yes;
  await (changes
    ? vscode.commands.executeCommand(
        commands.openCharter,
        { changes: true, charter: mine!.id },
        { fromRow: true },
      )
    : openCharter(deps));
  return null;
}

function changedWords(changes: ReturnType<typeof changedSections>): string {
  const named = changes.slice(0, 8).map(({ heading, how }) => {
    const name = plainLine(heading, 60) || vscode.l10n.t('the beginning');
    if (how === 'new') return vscode.l10n.t('{0} (new)', name);
    return how === 'gone' ? vscode.l10n.t('{0} (no longer there)', name) : name;
  });
  if (named.length === 0)
    return vscode.l10n.t('Its words are the same; only their order or spacing changed.');
  const more = changes.length > named.length ? '…' : '';
  return vscode.l10n.t('Changed: {0}', named.join(', ') + more);
}

const openDocument = (deps: Deps) =>
  vscode.workspace.textDocuments.find(({ uri }) => String(uri) === String(charterUri(deps)));

const nothingWritten = () =>
  new CairnError(
    'not-found',
    vscode.l10n.t('No charter is written here yet. “Cairn: Open Charter” begins one from a template.'),
  );
const notSaved = () =>
  invalid(
    vscode.l10n.t('The charter could not be saved, so nothing was accepted. Save it first; nothing is lost.'),
  );
