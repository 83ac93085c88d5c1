import { promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { CairnError } from '../../../model/errors.ts';
import { readNoGo } from '../../../programme/match/noGo.ts';
import { codeOf } from '../../../programme/roster/disk.ts';
import { dataFolder } from '../../dataFolder.ts';

/** Where a lead keeps who is to be kept apart: on their own machine, never in the folder that all share. */
export const noGoFile = (): string => join(dataFolder(), 'programme', 'no-go.json');

const largest = 1_000_000;

/**
 * Pairs of logins who are to be kept apart, none where there is no file. Throws CairnError 'bad-programme' for a file that
 * is not wholly understood: matching without it would do what it forbids.
 */
export async function readNoGoFile(): Promise<[string, string][]> {
  const file = noGoFile();
  let text: string;
  try {
    if ((await fs.stat(file)).size > largest) throw new Error('too large');
    text = (await fs.readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw unusable(file, error);
  }
  let pairs: [string, string][] | null = null;
  try {
    pairs = readNoGo(JSON.parse(text));
  } catch (error) {
    throw unusable(file, error);
  }
  if (pairs) return pairs;
  throw unusable(file);
}

/** Opens the file, made with nobody in it where it is not there. */
export async function openNoGoFile(): Promise<void> {
  const file = noGoFile();
  await fs.mkdir(dirname(file), { recursive: true });
  await fs.writeFile(file, '{\n  "version": 1,\n  "pairs": [\n  ]\n}\n', { flag: 'wx' }).catch((error) => {
    if (codeOf(error) !== 'EEXIST') throw unusable(file, error);
  });
  await vscode.window.showTextDocument(vscode.Uri.file(file));
}

const unusable = (file: string, cause?: unknown) =>
  new CairnError(
    'bad-programme',
    vscode.l10n.t(
      'Who is to be kept apart cannot be read from {0}, so nobody was matched. It takes pairs of logins: {1}',
      file,
      '{ "pairs": [["ada", "bo"]] }',
    ),
    { detail: file, cause },
  );
