import { promises as files } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { refsOf } from '../../model/refs.ts';
import { nameWord } from '../words/whose.ts';
import { activePlaces } from './activePlaces.ts';
import { booleanArgument, cancelled, objectArgument } from './ask.ts';
import { type ChosenRecord, chosenRecords } from './chosenRecord.ts';
import type { Command, Deps } from './deps.ts';
import { releaseRows } from './openFeedback.ts';
import { isOwn } from './ownWords.ts';

/**
 * `cairn.eraseRecord(record?, { isSure? }?)`: takes the content of the user's own lines about a goal, feedback or a
 * next action away for good, in both journals and in all backups. A program that says `isSure: true` is not asked.
 * Resolves to `{ lines, others }`: how many lines lost their content, and who else has written about it.
 */
export const eraseRecord: Command = async (deps, ...args) => {
  releaseRows();
  const isSure = booleanArgument(sureArgument(args), 'isSure') ?? false;
  const records = await chosenRecords(deps, args);
  const record = records[0]!;
  if (records.length > 1)
    throw new CairnError('invalid-argument', vscode.l10n.t('Erase one thing at a time.'));
  const about = await whatIsThere(deps, record);
  if (about.own === 0) {
    throw new CairnError(
      'not-yours',
      vscode.l10n.t('There is nothing of yours about “{0}” that could be erased.', record.name),
    );
  }
  if (!isSure) await confirm(record, about, await remote(deps));
  const { lines, unread } = await erase(deps, record.id);
  for (const file of unread)
    deps.log.warn(`${file} cannot be read; the backups that it names were not looked at.`);
  if (unread.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'It is erased, but some backups cannot be read by this Cairn and may still hold it. "Cairn: Show Log" names them; delete them by hand.',
      ),
    );
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('Cairn: erased (lines: {0}).', lines), 6000);
  return { lines, others: about.others };
};

/** The second argument of a program; the editor's menus hand over other things there. */
function sureArgument([first, second]: unknown[]): unknown {
  return typeof first === 'string' ? objectArgument(second)?.isSure : undefined;
}

/** The backups first: should they fail, the record is still there to be erased again. */
async function erase(deps: Deps, record: string): Promise<{ lines: number; unread: string[] }> {
  const [{ eraseInBackups }, { isAbout }] = await Promise.all([
    import('../../journal/backup/eraseBackups.ts'),
    import('../../journal/erase.ts'),
  ]);
  const { places, slug, snapshots } = await activePlaces(deps);
  const { done, unread } = await eraseInBackups(files, places, isAbout(new Set([record])), async () => {
    const { lines } = await deps.store.erase(record);
    await removeSnapshots(snapshots, slug);
    return lines;
  });
  return { lines: done, unread };
}

/** What the records said is in them, too, and in those that were cut off while they were written. */
async function removeSnapshots(folder: string, slug: string): Promise<void> {
  const names = await files.readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name === `${slug}.json` || name.startsWith(`${slug}.json.`))) {
    await files.rm(join(folder, name), { force: true });
  }
}

async function whatIsThere(
  deps: Deps,
  { id }: ChosenRecord,
): Promise<{ own: number; others: string[]; isTold: boolean }> {
  const own = await isOwn(deps);
  const places = new Set(['record.private', 'record.hidden']);
  const about = (await deps.store.events()).filter(
    (event) => refsOf(event).includes(id) && !places.has(event.type),
  );
  const mine = about.filter(own);
  const others = about.filter((event) => !own(event)).map(({ author }) => author);
  return {
    own: mine.length,
    others: [...new Set(others)],
    isTold: mine.some((event) => event.isPrivate !== true),
  };
}

async function remote({ store }: Deps): Promise<string | null> {
  const { remoteOf } = await import('../../journal/folders/spaces.ts');
  return remoteOf(store.space!.folder);
}

async function confirm(
  { name, kind }: ChosenRecord,
  { own, others, isTold }: Awaited<ReturnType<typeof whatIsThere>>,
  remote: string | null,
): Promise<void> {
  const details = [
    vscode.l10n.t(
      'What you wrote about it in your journals and in their backups on this machine loses its content (lines: {0}). No undo and no backup brings it back.',
      own,
    ),
    kind === 'goal' && vscode.l10n.t('Its milestones and links go with it; next actions that serve it stay.'),
    kind === 'feedback' &&
      vscode.l10n.t(
        'What was said on GitHub stays there, and in what was pulled; "Cairn: Delete What Was Pulled" empties that.',
      ),
    others.length > 0 &&
      vscode.l10n.t('What others wrote about it is theirs and stays: {0}.', others.map(nameWord).join(', ')),
    remote !== null &&
      isTold &&
      vscode.l10n.t(
        'The space is shared. With the next sync the others no longer see it, but the history of the remote, their clones and this one may still hold it. To be rid of that, ask everybody to leave the space, delete the repository at {0}, and share the space anew.',
        remote,
      ),
    vscode.l10n.t('Files that you exported stay as they are.'),
  ];
  const yes = vscode.l10n.t('Erase for Good');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Erase “{0}” for good?', name),
    { modal: true, detail: details.filter(Boolean).join('\n\n') },
    yes,
  );
  if (answer !== yes) throw cancelled();
}
