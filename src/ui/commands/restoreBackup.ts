import { promises as files } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Backup, Places } from '../../journal/backup/backup.ts';
import { CairnError } from '../../model/errors.ts';
import { dataFolder } from '../dataFolder.ts';
import { nameOf } from './activePlaces.ts';
import { objectArgument, pick, textArgument } from './ask.ts';
import { plainIcons } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.restoreBackup({ space?, day? }?)`: brings back what a space held on a day (`yyyy-mm-dd`, by UTC; the newest
 * when left out) and holds no more. Nothing that is there is removed. Resolves to `{ space, day, events, damaged }`:
 * how many events came back, and the files whose copies cannot be read.
 *
 * `cairn.restoreBackup({ ref, folder?, decisions? })` brings back what an act of a pairing has set aside in the open
 * repository, as `refs/cairn/backup/…`; a person is asked which of the two is meant where there are both. Resolves to
 * `{ ref, branch, commit, backups }`.
 */
export const restoreBackup: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const [wantedSpace, wantedDay] = [
    textArgument(given?.space, 'space', 150),
    textArgument(given?.day, 'day', 20),
  ];
  const ref = textArgument(given?.ref, 'ref', 2000);
  if (ref !== undefined || (!given && (await isAboutWork(deps)))) {
    const { restoreWork } = await import('../pairing/restoreWork.ts');
    return restoreWork(deps, given, ref);
  }
  const { makeBackup, placesOf, readBackups } = await import('../../journal/backup/backup.ts');
  const { bringBack, countOf, findMissing } = await import('../../journal/backup/restore.ts');
  const space = given ? known(await slugs(), wantedSpace ?? deps.activeSpace.slug()) : await askSpace(deps);
  const places = placesOf(dataFolder(), space);
  const warn = (file: string) =>
    deps.log.warn(`${file} cannot be read; it is no backup, or of a newer Cairn.`);
  const backups = await readBackups(files, places, warn);
  if (backups.length === 0) throw none();
  const { name: day, list } = given ? onDay(backups, wantedDay) : await askDay(places, backups);

  const missing = await findMissing(places, list);
  const events = countOf(missing);
  if (events + missing.whole.length > 0) {
    await makeBackup(places, { isBeforeRestore: true });
    await bringBack(places, missing);
    await deps.store.reload();
  }
  for (const file of missing.damaged)
    deps.log.warn(`The copy of ${file} in the backup of ${day} is damaged.`);
  if (!given) say(events, missing.damaged.length);
  return { space, day, events, damaged: missing.damaged };
};

const none = () =>
  new CairnError(
    'not-found',
    vscode.l10n.t(
      'There is no such backup. Cairn makes one a day while VS Code runs, where something changed.',
    ),
  );

/** Whether a person wants their work of a pairing back, or the records of a space; asked where there are both. */
async function isAboutWork(deps: Deps): Promise<boolean> {
  const { hasWorkBackups } = await import('../pairing/restoreWork.ts');
  if (!(await hasWorkBackups(deps))) return false;
  if ((await slugs()).length === 0) return true;
  return pick(vscode.l10n.t('What shall come back?'), [
    {
      label: `$(source-control) ${vscode.l10n.t('Work in this repository')}`,
      detail: vscode.l10n.t('What a pairing has set aside: commits, and changes that were not committed.'),
      value: true,
    },
    {
      label: `$(database) ${vscode.l10n.t('Records of a space')}`,
      detail: vscode.l10n.t('Goals, tags, notes and sessions as they were on a day.'),
      value: false,
    },
  ]);
}

/** Spaces that have backups, whether their folders are still there or not. */
async function slugs(): Promise<string[]> {
  const entries = await files.readdir(join(dataFolder(), 'backups'), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function known(all: string[], slug: string): string {
  if (all.includes(slug)) return slug;
  throw none();
}

function onDay(backups: Backup[], day: string | undefined): Backup {
  const found = day === undefined ? backups[0] : backups.find(({ name }) => name === day);
  if (!found) throw none();
  return found;
}

async function askSpace({ activeSpace }: Deps): Promise<string> {
  const active = activeSpace.slug();
  const all = (await slugs()).sort((a, b) => Number(b === active) - Number(a === active) || (a < b ? -1 : 1));
  if (all.length === 0) throw none();
  if (all.length === 1 && all[0] === active) return active;
  const rows = all.map(async (slug) => {
    const folder = join(dataFolder(), 'spaces', slug);
    const isThere = await files.stat(folder).then(
      () => true,
      () => false,
    );
    return {
      label: plainIcons((await nameOf(folder)).name),
      description:
        slug === active ? vscode.l10n.t('active') : isThere ? '' : vscode.l10n.t('its folder is gone'),
      value: slug,
    };
  });
  return pick(vscode.l10n.t('Which space shall a backup bring back?'), await Promise.all(rows));
}

/** Says of each day what it holds and what of that is missing now. */
async function askDay(places: Places, backups: Backup[]): Promise<Backup> {
  const { countOf, findMissing } = await import('../../journal/backup/restore.ts');
  const rows = [];
  for (const backup of backups) {
    const { list, name } = backup;
    const missing = countOf(await findMissing(places, list));
    const lines = list.files.reduce((sum, file) => sum + (file.path.endsWith('.jsonl') ? file.lines : 0), 0);
    const kilobytes = Math.ceil(list.files.reduce((sum, { size }) => sum + size, 0) / 1000);
    rows.push({
      label: name.replace(/-(\d\d)(\d\d)(\d\d)$/, ' $1:$2:$3 UTC'),
      description: vscode.l10n.t('events: {0}, {1} kB', lines, kilobytes),
      detail:
        missing > 0
          ? vscode.l10n.t('Not here any more, and would come back: {0}', missing)
          : vscode.l10n.t('Everything in it is here.'),
      value: backup,
    });
  }
  return pick(vscode.l10n.t('What was there on which day shall come back? Nothing is removed.'), rows);
}

function say(events: number, damaged: number): void {
  if (damaged > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Events that are back: {0}. Files whose copies are damaged: {1}. "Cairn: Show Log" names them; another day may have them.',
        events,
        damaged,
      ),
    );
  } else {
    const message =
      events > 0
        ? vscode.l10n.t('Cairn: events that are back: {0}.', events)
        : vscode.l10n.t('Cairn: nothing was missing.');
    vscode.window.setStatusBarMessage(message, 8000);
  }
}
