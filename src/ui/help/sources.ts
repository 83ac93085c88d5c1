import * as vscode from 'vscode';
import type { RosterPerson, Sources } from '../../programme/help/index.ts';
import { placeOfDocument } from '../annotations/place.ts';
import type { Deps } from '../commands/deps.ts';
import { programmeFolder, readProgramme } from '../programme/folder.ts';

/** A file that a question is about. */
export type About = { path: string; repositories: readonly string[]; root: vscode.Uri | null };

/** The file of the active editor, `null` where there is none that others know, too. */
export async function fileAtHand(): Promise<About | null> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri || !vscode.workspace.getWorkspaceFolder(uri)) return null;
  const place = await placeOfDocument(uri);
  return place && { path: place.path, repositories: place.repositories, root: place.root };
}

/** The same for a path that a program names, in the first folder of the window. */
export async function fileAt(path: string): Promise<About> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const place = folder && (await placeOfDocument(vscode.Uri.joinPath(folder.uri, path)));
  return { path, repositories: place?.repositories ?? [], root: place?.root ?? null };
}

/** Everything from which it can be told who knows; what cannot be read is left out, and said in the log. */
export async function sourcesFor(deps: Deps, about: About | null): Promise<Sources> {
  const { store, log } = deps;
  const people = await rosterOf(log);
  const changes = await changesOf(deps, about);
  const thanks = store.kudos.flatMap(({ helpId, to }) => {
    const help = helpId === null ? undefined : store.help.find(({ id }) => id === helpId);
    return help ? [{ to, topic: help.topic, path: help.path }] : [];
  });
  const notes = store.knowledge.map(({ createdBy, what, topics, anchor }) => ({
    by: createdBy,
    text: [what, ...topics].join(' '),
    path: anchor?.path ?? null,
  }));
  const mentors = store.records.mentorship?.mentors ?? [];
  return { people, changes, reviews: reviewsOf(deps, about), notes, thanks, mentors };
}

async function rosterOf(log: vscode.LogOutputChannel): Promise<readonly RosterPerson[]> {
  if (programmeFolder() === null) return [];
  try {
    return (await readProgramme()).people;
  } catch (error) {
    // A drive that is away keeps nobody from asking.
    log.warn(`The programme was not read: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

async function changesOf({ git, log }: Deps, about: About | null): Promise<Sources['changes']> {
  if (about?.root?.scheme !== 'file' || !vscode.workspace.isTrusted) return [];
  try {
    const { authorsOf } = await import('../../git/authorsOf.ts');
    return await authorsOf(await git(), about.root.fsPath, about.path);
  } catch (error) {
    log.warn(`The history of ${about.path} was not read: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

/** Who has commented on the file; what waits for the mentee's own guess tells nothing. */
function reviewsOf({ store }: Deps, about: About | null): Sources['reviews'] {
  if (!about) return [];
  const names = new Set(about.repositories.map((name) => name.toLowerCase()));
  return store.pullRequests.flatMap((pull) => {
    const isElsewhere = names.size > 0 && !names.has(pull.repository.toLowerCase());
    if (isElsewhere || store.isHeld(pull)) return [];
    const key = `${pull.repository}#${pull.number}`;
    return pull.threads
      .filter(({ path }) => path === about.path)
      .flatMap(({ comments }) => comments)
      .flatMap(({ author, createdAt }) =>
        author && !author.isBot && author.login !== pull.author?.login
          ? [{ by: author.login, pull: key, day: createdAt.slice(0, 10) }]
          : [],
      );
  });
}
