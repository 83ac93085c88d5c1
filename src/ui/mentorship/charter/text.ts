import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Mentorship } from '../../../model/state.ts';
import { fillCharter } from '../../../programme/charter/index.ts';
import { extensionId } from '../../ids.ts';
import { blankRecord, recordOf, titleFor } from '../draft.ts';

/** Longest charter, in UTF-16 code units, as the journal takes it. */
export const longestCharter = 65_536;

/**
 * What a charter says before anybody has written one: the template of the mentorship's kind, filled in. The team's own
 * in the programme's folder counts before the one that Cairn brings. `null`: nobody is recorded, and nothing filled in.
 */
export async function blankCharter(mentorship: Mentorship | null): Promise<string> {
  const facts = mentorship
    ? recordOf(mentorship)
    : { ...blankRecord(new Date()), title: titleFor({ mentors: [], mentees: [] }), startsOn: null };
  const template = (await ownTemplate(facts.kind)) ?? (await shippedTemplate(facts.kind));
  return fillCharter(template, facts, longestCharter);
}

/** Never throws: a folder that is not there has no template. */
async function ownTemplate(kind: Mentorship['kind']): Promise<string | null> {
  const { programmeFolder } = await import('../../programme/folder.ts');
  const folder = programmeFolder();
  if (folder === null) return null;
  const { readFolder } = await import('../../../programme/roster/disk.ts');
  const { files } = await readFolder(folder, 'charters', '.md', { largest: longestCharter, most: 500 });
  const text = files.find(({ file }) => file.toLowerCase() === `charters/${kind}.md`)?.text;
  return text === undefined || text.trim() === '' ? null : text;
}

async function shippedTemplate(kind: Mentorship['kind']): Promise<string> {
  const folder = vscode.extensions.getExtension(extensionId)?.extensionUri;
  if (!folder) throw new Error('The extension does not know where it is installed.');
  const file = vscode.Uri.file(join(folder.fsPath, 'media/programme/charters', `${kind}.md`));
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
