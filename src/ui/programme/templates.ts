import { promises as fs } from 'node:fs';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { ProgrammeProblem } from '../../programme/roster/types.ts';
import { extensionId } from '../ids.ts';

/** The kinds of texts that Cairn brings and a team may copy and change: folders of `media/programme`. */
export const templateKinds = ['charters', 'goals', 'playbooks', 'rubrics'] as const;
export type TemplateKind = (typeof templateKinds)[number];

export type TemplateFile = {
  kind: TemplateKind;
  /** Without its folder: `code-review.md`. */
  name: string;
  /** The team's own, from the programme's folder: it stands in for the one of the same name that Cairn brings. */
  isTeams: boolean;
  /** Where it is on this machine. */
  path: string;
  /** A team's is untrusted. */
  text: string;
};

/** What is wrong with a template, for a row or a line: `says` names the file and, where there is one, the line. */
export type TemplateNote = { says: string; path: string | null; line: number | null };

export type Templates = { files: TemplateFile[]; problems: TemplateNote[] };

/** Bytes of a template, and templates of a kind, that are read. */
const limits = { largest: 256 * 1024, most: 500 };

/**
 * The texts of a kind, by file name, read anew at each call: a team's own before those that Cairn brings. What cannot be
 * read is among `problems`, and all others are there all the same, also where the programme's folder is away.
 */
export async function listTemplates(kind: TemplateKind): Promise<Templates> {
  const [shipped, team] = await Promise.all([listShipped(kind), listTeams(kind)]);
  const own = new Set(team.files.map(({ name }) => name.toLowerCase()));
  const files = [...team.files, ...shipped.filter(({ name }) => !own.has(name))];
  return {
    files: files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    problems: team.problems,
  };
}

/** The texts of a kind that Cairn brings, by file name. */
export async function listShipped(kind: TemplateKind): Promise<TemplateFile[]> {
  const folder = join(installed(), 'media', 'programme', kind);
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { kind, name, isTeams: false, path, text: await fs.readFile(path, 'utf8') };
    }),
  );
}

function installed(): string {
  const folder = vscode.extensions.getExtension(extensionId)?.extensionUri;
  if (!folder) throw new Error('The extension does not know where it is installed.');
  return folder.fsPath;
}

async function listTeams(kind: TemplateKind): Promise<Templates> {
  const { programmeFolder } = await import('./folder.ts');
  const folder = programmeFolder();
  if (folder === null) return { files: [], problems: [] };
  const { readFolder } = await import('../../programme/roster/disk.ts');
  const { files, problems } = await readFolder(folder, kind, '.md', limits);
  return {
    files: files.map(({ file, text }) => {
      const name = basename(file);
      return { kind, name, isTeams: true, path: join(folder, kind, name), text };
    }),
    problems: problems.map((problem) => ({
      says: wordsOf(problem),
      path: problem.file === kind ? null : join(folder, problem.file),
      line: null,
    })),
  };
}

function wordsOf({ file, kind, detail }: ProgrammeProblem): string {
  switch (kind) {
    case 'not-a-file':
      return vscode.l10n.t('{0} is a link or no ordinary file, and is not read.', file);
    case 'odd-name':
      return vscode.l10n.t('{0} is not read: name it with letters, digits, - and _ only.', file);
    case 'too-large':
      return vscode.l10n.t('{0} is too large for a template.', file);
    case 'too-many':
      return vscode.l10n.t('{0} holds too many files: {1} of them are not read.', file, detail ?? '?');
    case 'too-large-together':
      return vscode.l10n.t('{0} is too large: {1} of its files are not read.', file, detail ?? '?');
    default:
      return vscode.l10n.t('{0} cannot be read. Check the disk and your rights.', file);
  }
}
