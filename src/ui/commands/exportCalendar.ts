import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { calendarEntries } from '../../sessions/calendar/entries.ts';
import { calendarWords } from '../words/calendarWords.ts';
import { plural } from '../words/language.ts';
import { activePlaces, nameOf } from './activePlaces.ts';
import { booleanArgument, cancelled, invalid, objectArgument } from './ask.ts';
import type { Command } from './deps.ts';
import { askPrivate, fileName } from './exportSpace.ts';
import { fileArgument } from './fileInput.ts';

/**
 * `cairn.exportCalendar({ file, includePrivate? }?)`: sessions held and planned, the next one by the rhythm, and due
 * dates, as a file that calendars read. Resolves to `{ file, entries }`, the number of entries.
 */
export const exportCalendar: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const wanted = {
    file: fileArgument(given?.file),
    includePrivate: booleanArgument(given?.includePrivate, 'includePrivate'),
  };
  if (given && !wanted.file) throw invalid(vscode.l10n.t('"file" is missing: where to?'));
  const { store } = deps;
  const { space, slug } = await activePlaces(deps);
  const { id, name } = await nameOf(space.folder);
  const includePrivate = wanted.includePrivate ?? (given ? false : await askPrivate(deps));
  const file = wanted.file ?? (await askFile(name));
  const { writeCalendar } = await import('../../sessions/calendar/write.ts');
  const { mentorship } = store.records;
  const { sessions, actions, goals } = includePrivate ? store : await store.getState();
  const now = new Date();
  const about = { sessions: [...sessions], actions: [...actions], goals: [...goals], mentorship };
  const entries = calendarEntries(about, { now, space: id ?? slug }, calendarWords());
  try {
    await vscode.workspace.fs.writeFile(file, Buffer.from(writeCalendar(entries, { name, now })));
  } catch (error) {
    throw new CairnError(
      'not-found',
      vscode.l10n.t('The file cannot be written: {0}. Choose another place.', file.fsPath),
      { cause: error },
    );
  }
  if (!given) {
    const count = plural(
      entries.length,
      'Cairn: {0} entry exported. Open the file to bring it into your calendar.',
      'Cairn: {0} entries exported. Open the file to bring them into your calendar.',
    );
    vscode.window.setStatusBarMessage(vscode.l10n.t(count, entries.length), 8000);
  }
  return { file: file.fsPath, entries: entries.length };
};

async function askFile(name: string): Promise<vscode.Uri> {
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(homedir()), `${fileName(name)}.ics`),
    filters: { [vscode.l10n.t('Calendar')]: ['ics'] },
    title: vscode.l10n.t('Export sessions and due dates'),
  });
  if (!file) throw cancelled();
  return file;
}
