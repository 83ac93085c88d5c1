import * as vscode from 'vscode';
import { isSamePerson } from '../../../model/fold.ts';
import { isChanged } from '../../../programme/charter/index.ts';
import { plainIcons } from '../../commands/chosenRecord.ts';
import { commands, sessionScheme } from '../../ids.ts';
import type { SessionParts } from '../../sessions/register.ts';
import { isMe } from '../../sessions/texts.ts';
import { day } from '../../words/time.ts';
import { namesWords } from '../words.ts';
import { charterRoot, parseCharterPath, standsIn } from './address.ts';
import { type Standing, standingOf, versionsToShow } from './standing.ts';

type Parts = Pick<SessionParts, 'store' | 'signIn'>;

/** Where the agreement stands for this user. */
export const standing = (parts: Parts): Standing =>
  standingOf(
    { charters: parts.store.charters, mentorship: parts.store.records.mentorship },
    (name) => isMe(parts, name),
    (one, other) => isSamePerson(parts.store.records, one, other),
  );

/** The lines above a charter: where it stands, and what can be done with it. */
export class CharterLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #parts: Parts;
  readonly #owned: vscode.Disposable[];

  constructor(parts: Parts) {
    this.#parts = parts;
    const selector = { scheme: sessionScheme, pattern: `${charterRoot}**` };
    this.#owned = [
      this.#changed,
      parts.store.onDidChange(() => this.#changed.fire()),
      vscode.languages.registerCodeLensProvider(selector, this),
    ];
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const address = parseCharterPath(uri.path);
    const shown = this.#parts.store.space?.folder;
    // Where nothing is loaded yet nothing is known: it changes soon.
    if (!address || shown === undefined) return [];
    const { version } = address;
    const top = new vscode.Range(0, 0, 0, 0);
    const entries = !standsIn(address, shown)
      ? elsewhere(address.space)
      : version === null
        ? this.#current()
        : this.#earlier(version);
    return entries.map((command) => new vscode.CodeLens(top, command));
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
  }

  #current(): vscode.Command[] {
    const { store } = this.#parts;
    const { newest, inForce, mine, waitsFor, isNamed, isAsked } = standing(this.#parts);
    if (newest === null)
      return [
        say(vscode.l10n.t('A template, not kept yet: change what does not fit, then save')),
        ...(isNamed ? [act(vscode.l10n.t('Keep and Accept'), commands.acceptCharter)] : []),
      ];
    const versions = versionsToShow(store.charters).length;
    const missing = [
      ...(isAsked ? [vscode.l10n.t('you')] : []),
      ...waitsFor.map((name) => namesWords([name])),
    ];
    const where =
      newest.inForceSince !== null
        ? vscode.l10n.t('In force since {0}', day(new Date(newest.inForceSince), new Date()))
        : missing.length > 0
          ? vscode.l10n.t('Not in force yet: waits for {0}', missing.join(', '))
          : vscode.l10n.t('Not in force: it needs two people');
    const older = newest.inForceSince === null && inForce ? [say(vscode.l10n.t('an older version is'))] : [];
    const hasChanged = mine !== null && mine !== newest && isChanged(mine.text, newest.text);
    return [
      // First, so that it is seen in a narrow editor, too.
      ...(isAsked ? [act(vscode.l10n.t('Accept…'), commands.acceptCharter)] : []),
      say(where),
      ...older,
      ...(isNamed && !isAsked ? [act(vscode.l10n.t('You have accepted'), commands.acceptCharter)] : []),
      ...(hasChanged
        ? [
            act(vscode.l10n.t('What Changed Since You Accepted'), commands.openCharter, {
              changes: true,
            }),
          ]
        : []),
      ...(versions > 1
        ? [
            act(vscode.l10n.t('{0} Versions', versions), commands.openCharter, {
              isEarlier: true,
            }),
          ]
        : []),
    ];
  }

  #earlier(version: string): vscode.Command[] {
    const { charters } = this.#parts.store;
    const isNewest = charters.at(-1)?.id === version;
    return isNewest
      ? [say(vscode.l10n.t('The newest version, as it was kept'))]
      : [
          say(vscode.l10n.t('An earlier version; it never changes')),
          act(vscode.l10n.t('Compare with the Newest'), commands.openCharter, {
            changes: true,
            charter: version,
          }),
        ];
  }
}

/** Nothing of the space that is shown belongs above another one's charter. */
const elsewhere = (space: string): vscode.Command[] => [
  act(
    vscode.l10n.t('This charter stands in the space “{0}”, and another one is shown: switch to it', space),
    commands.switchSpace,
    { space },
  ),
];
const say = (title: string): vscode.Command => ({ title: plainIcons(title), command: '' });
/** `fromRow`: a person's act, whose failure is shown in the view. */
const act = (title: string, command: string, argument?: object): vscode.Command => ({
  title: plainIcons(title),
  command,
  arguments: argument ? [argument, { fromRow: true }] : [],
});
