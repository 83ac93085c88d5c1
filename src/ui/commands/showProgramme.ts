import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.showProgramme()`: how a programme stands, from the spaces that are published in its folder and the files of its
 * people. Resolves to the counts as they are shown; rejects with 'no-programme', 'bad-programme'.
 */
export const showProgramme: Command = async (deps) => {
  const [{ openPanel }, { readProgramme }, { readPublished, summaryOf }, { programmeContent }] =
    await Promise.all([
      import('../panel/index.ts'),
      import('../programme/folder.ts'),
      import('../../programme/shared/index.ts'),
      import('../programme/view.ts'),
    ]);
  const told = async () => {
    const { folder, people, spaces: files, problems } = await readProgramme();
    const published = readPublished(files);
    const summary = summaryOf(published.spaces, people, new Date());
    return { summary, content: programmeContent(summary, [...problems, ...published.problems], folder) };
  };
  const { summary } = await told();
  await openPanel(deps, {
    id: 'programme',
    read: async () => (await told()).content,
    act: async (offer) => {
      const command = {
        profile: 'cairn.editProfile',
        match: 'cairn.matchProgramme',
        folder: commands.chooseProgrammeFolder,
      }[offer];
      if (command) await vscode.commands.executeCommand(command);
    },
    again: { command: commands.showProgramme },
  });
  return summary;
};
