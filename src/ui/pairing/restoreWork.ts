import * as vscode from 'vscode';
import type { Backup, Work } from '../../git/pairing/index.ts';
import { CairnError } from '../../model/errors.ts';
import { pick } from '../commands/ask.ts';
import type { Deps } from '../commands/deps.ts';
import { languageTag } from '../words/language.ts';
import { inQuotes } from '../words/pairingNames.ts';
import { age } from '../words/time.ts';
import { workFolders } from './current.ts';
import { decisionsArgument } from './decide.ts';
import { openHere } from './here.ts';
import { busy, say } from './progress.ts';

/**
 * Brings back what an act of a pairing has set aside under a backup ref: the branch and the changes that were not
 * committed. Resolves to `{ ref, branch, commit, backups }`.
 */
export async function restoreWork(deps: Deps, given: Record<string, unknown> | undefined, ref?: string) {
  const { work } = await openHere(deps, given);
  const git = await import('../../git/pairing/index.ts');
  const all = await git.listBackups(work);
  const backup = ref === undefined ? await askBackup(all, work) : all.find((one) => one.ref === ref);
  if (!backup) throw none();
  const decisions = decisionsArgument(given?.decisions);
  const restored = await busy(!given, vscode.l10n.t('Restoring'), () =>
    git.restoreBackup(work, backup.ref, { decisions }),
  );
  if (!given) {
    const { branch } = restored;
    say(
      branch === null
        ? vscode.l10n.t('Cairn: the work is back.')
        : vscode.l10n.t('Cairn: the work is back, on {0}.', inQuotes(branch)),
    );
  }
  return { ref: backup.ref, ...restored };
}

/** Whether there is anything of this kind in the repositories of this window. Never throws. */
export async function hasWorkBackups(deps: Deps): Promise<boolean> {
  if (!vscode.workspace.isTrusted) return false;
  try {
    const git = await import('../../git/pairing/index.ts');
    const { options } = await deps.git();
    for (const { root } of await workFolders()) {
      const work = await git.openWork({ ...options, folder: root.fsPath, hooks: false });
      if ((await git.listBackups(work)).length > 0) return true;
    }
  } catch (error) {
    deps.log.warn(`Backups of the repository cannot be read: ${error}`);
  }
  return false;
}

const none = () => new CairnError('not-found', vscode.l10n.t('There is no such backup in this repository.'));

function askBackup(all: readonly Backup[], work: Work): Promise<Backup> {
  if (all.length === 0) throw none();
  const newest = all.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return pick(
    vscode.l10n.t(
      'Which work shall come back in {0}? What is there now is kept as a backup, too.',
      nameOf(work),
    ),
    newest.map((backup) => ({
      label: inQuotes(backup.branch ?? backup.commit.slice(0, 10)),
      description: vscode.l10n.t('{0}, {1}', whenWords(backup.what), age(backup.at)),
      detail: [
        backup.commit.slice(0, 10),
        ...(backup.isDirty ? [vscode.l10n.t('with changes that were not committed')] : []),
        new Date(backup.at).toLocaleString(languageTag()),
      ].join(' · '),
      value: backup,
    })),
  );
}

const nameOf = ({ folder }: Work) => inQuotes(folder.split(/[\\/]/).at(-1));

/** The act before which it was made. */
function whenWords(what: string): string {
  switch (what) {
    case 'start':
      return vscode.l10n.t('before a pairing began');
    case 'hand-off':
      return vscode.l10n.t('before a handoff');
    case 'take-over':
      return vscode.l10n.t('before taking over');
    case 'end':
      return vscode.l10n.t('before a pairing ended');
    case 'fetch':
      return vscode.l10n.t('when it went from the remote');
    case 'restore':
      return vscode.l10n.t('before a backup came back');
    default:
      return inQuotes(what);
  }
}
