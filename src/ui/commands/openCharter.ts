import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import type { Charter } from '../../model/mentorship.ts';
import { isChanged } from '../../programme/charter/index.ts';
import { sessionScheme } from '../ids.ts';
import { charterPath, versionPath } from '../mentorship/charter/address.ts';
import { standing } from '../mentorship/charter/lenses.ts';
import { writeCharter } from '../mentorship/charter/save.ts';
import { versionsToShow } from '../mentorship/charter/standing.ts';
import { needMentorship } from '../mentorship/place.ts';
import { namesWords } from '../mentorship/words.ts';
import { day } from '../words/time.ts';
import { writtenBy } from '../words/whose.ts';
import { booleanArgument, invalid, objectArgument, pick, textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.openCharter({ charter?, changes?, text? }?)`: opens the charter of the space that is shown, to be written on; it
 * begins with the template of the mentorship's kind. `charter` names a version to look at, `changes` shows what changed
 * since it, or since the one that the user accepted; `text` keeps a text as the newest version and opens nothing.
 * Resolves to `{ uri }`, with `text` to `{ charter }`, the version's id.
 */
export const openCharter: Command = async (deps, argument) => {
  const given = objectArgument(argument) ?? {};
  const unknown = Object.keys(given).find(
    (key) => !['charter', 'changes', 'text', 'isEarlier'].includes(key),
  );
  if (unknown) throw invalid(vscode.l10n.t('A charter has no "{0}".', unknown.slice(0, 40)));
  const id = textArgument(given.charter, 'charter', 200);
  const changes = booleanArgument(given.changes, 'changes') ?? false;
  const { text } = given;
  if (text !== undefined && typeof text !== 'string') throw invalid(vscode.l10n.t('"text" must be a text.'));
  await needMentorship(deps);
  if (text !== undefined) return { charter: await writeCharter(deps.store, text) };
  const version = id === undefined ? undefined : versionOf(deps, id);
  if (changes) return showChanges(deps, version ?? (await acceptedBefore(deps)));
  if (version) return show(versionUri(deps, version));
  if (booleanArgument(given.isEarlier, 'isEarlier')) return show(versionUri(deps, await pickVersion(deps)));
  return show(charterUri(deps));
};

/** Where the charter of the space that is shown is written. */
export const charterUri = ({ activeSpace }: Pick<Deps, 'activeSpace'>): vscode.Uri =>
  vscode.Uri.from({ scheme: sessionScheme, path: charterPath(activeSpace.slug()) });

const versionUri = ({ activeSpace }: Deps, version: Charter): vscode.Uri =>
  vscode.Uri.from({ scheme: sessionScheme, path: versionPath(activeSpace.slug(), version) });

async function show(uri: vscode.Uri): Promise<{ uri: string }> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
  return { uri: String(uri) };
}

/** What the newest version says differently, side by side. */
async function showChanges(deps: Deps, before: Charter): Promise<{ uri: string }> {
  const uri = charterUri(deps);
  const when = day(new Date(before.writtenAt), new Date());
  const title = vscode.l10n.t('Charter: what changed since {0}', when);
  await vscode.commands.executeCommand('vscode.diff', versionUri(deps, before), uri, title);
  return { uri: String(uri) };
}

function versionOf({ store }: Deps, id: string): Charter {
  const version = store.charters.find((one) => one.id === id);
  if (version) return version;
  throw new CairnError('not-found', vscode.l10n.t('There is no such version of the charter in this space.'));
}

async function acceptedBefore(deps: Deps): Promise<Charter> {
  const { mine, newest } = standing(deps);
  if (mine && newest && mine !== newest && isChanged(mine.text, newest.text)) return mine;
  throw new CairnError(
    'not-found',
    mine
      ? vscode.l10n.t('The charter says what you have accepted: nothing has changed since.')
      : vscode.l10n.t('You have accepted no version of the charter yet.'),
  );
}

function pickVersion({ store }: Deps): Promise<Charter> {
  const now = new Date();
  return pick(
    vscode.l10n.t('Which version?'),
    versionsToShow(store.charters)
      .reverse()
      .map((version) => ({
        label: day(new Date(version.writtenAt), now),
        description: version.createdBy === null ? '' : plainIcons(writtenBy(version.createdBy)),
        detail:
          version.acceptedBy.length > 0
            ? plainIcons(vscode.l10n.t('accepted by {0}', namesWords(version.acceptedBy)))
            : vscode.l10n.t('accepted by nobody'),
        value: version,
      })),
  );
}
