import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { placeFile, readWhole } from '../../journal/disk/wholeFile.ts';
import { CairnError } from '../../model/errors.ts';
import { dataFolder } from '../dataFolder.ts';
import { remarksName } from './move.ts';
import { addRemark, parseRemarks, type Remark } from './remarks.ts';

/** More is no list of remarks; in bytes. */
const largest = 1_000_000;
let turns: Promise<unknown> = Promise.resolve();
let known: { file: string; mark: string; remarks: Remark[] } | undefined;

/** Where the user's own remarks stand, of this machine. Throws CairnError 'bad-data-folder'. */
export function remarksFile(): string {
  return join(dataFolder(), remarksName);
}

/** The saved remarks, none where there is no file. Throws CairnError 'remarks-unusable'. */
export async function readRemarks(): Promise<Remark[]> {
  const file = remarksFile();
  try {
    // Asked for with each completion: the file is read again only when it is another one.
    const { mtimeMs, size } = await files.stat(file);
    const mark = `${mtimeMs} ${size}`;
    if (known?.file !== file || known.mark !== mark) {
      known = { file, mark, remarks: parseRemarks((await textOf(await placeOf(file))) ?? '') };
    }
    return known.remarks;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw unusable(error, file);
  }
}

/** Adds a remark to the file, whole or not at all. False when it stands there already. Throws 'remarks-unusable'. */
export function saveRemark(remark: Remark): Promise<boolean> {
  const saved = turns.then(() => save(remark));
  turns = saved.catch(() => {});
  return saved;
}

/** Opens the file to be edited by hand, made with a word about its form where it is not there yet. */
export async function openRemarks(): Promise<vscode.TextEditor> {
  const file = remarksFile();
  try {
    const place = await placeOf(file);
    if ((await textOf(place)) === undefined) await write(place, `${blank()}\n`);
  } catch (error) {
    throw unusable(error, file);
  }
  return vscode.window.showTextDocument(vscode.Uri.file(file));
}

async function save(remark: Remark): Promise<boolean> {
  const file = remarksFile();
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file);
  try {
    // Somebody is editing it: the remark joins what is typed and not saved.
    if (open?.isDirty) return await addToDocument(open, remark);
    const place = await placeOf(file);
    const added = addRemark((await textOf(place)) ?? '', remark, blank());
    if (added !== null) await write(place, added);
    return added !== null;
  } catch (error) {
    throw unusable(error, file);
  }
}

async function addToDocument(document: vscode.TextDocument, remark: Remark): Promise<boolean> {
  const before = document.getText();
  const added = addRemark(before, remark, blank());
  if (added === null) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(0), document.positionAt(before.length)),
    added,
  );
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the editor took no edit');
  return true;
}

const blank = () =>
  [
    `# ${vscode.l10n.t('Saved remarks')}`,
    '',
    vscode.l10n.t(
      'Your own remarks for code review. A heading is a topic, and each item of a list below it is a remark; indent its further lines. All else is left as you write it.',
    ),
    '',
  ].join('\n');

/** Whoever keeps the file elsewhere and links to it keeps the link. */
const placeOf = (file: string) => files.realpath(file).catch(() => file);
const write = (place: string, text: string) => placeFile(files, place, text, `${place}.${ulid()}.new`);
const textOf = async (place: string) =>
  (await readWhole(files, place, largest))?.toString('utf8').replace(/^\uFEFF/, '');
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

function unusable(error: unknown, file: string): CairnError {
  if (error instanceof CairnError && error.code === 'remarks-unusable') return error;
  const why =
    codeOf(error) === 'EFBIG'
      ? vscode.l10n.t('it is larger than a list of remarks is')
      : error instanceof CairnError
        ? vscode.l10n.t('something else is in the place of the file')
        : wordsOf(error);
  return new CairnError(
    'remarks-unusable',
    vscode.l10n.t('Your saved remarks cannot be read or written: {0}. They are in {1}.', why, file),
    { cause: error },
  );
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
