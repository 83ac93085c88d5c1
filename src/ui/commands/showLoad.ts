import * as vscode from 'vscode';
import { commands, settings } from '../ids.ts';
import { ask } from './ask.ts';
import type { Command, Deps } from './deps.ts';

/**
 * `cairn.showLoad()`: what mentoring takes of the user, over all spaces of this machine, against what they have for it.
 * Resolves when the panel shows it.
 */
export const showLoad: Command = async (deps) => {
  await deps.store.load();
  const [{ openPanel }, { readLoad }, { loadContent }] = await Promise.all([
    import('../panel/index.ts'),
    import('../programme/load/read.ts'),
    import('../programme/load/content.ts'),
  ]);
  await openPanel(deps, {
    id: 'load',
    read: async () => {
      const now = new Date();
      return loadContent(await readLoad(deps.store, now), now);
    },
    act: (offer) => act(deps, offer),
    // What is pulled or tagged says nothing of hours, and all spaces are read for it.
    onDidChange: (listener) =>
      deps.store.onDidChange(({ sessions, growth, mentorship }) => {
        if (sessions || growth || mentorship) listener(undefined);
      }),
    again: { command: commands.showLoad },
  });
};

async function act(deps: Deps, offer: string): Promise<void> {
  if (offer.startsWith('open ')) {
    await vscode.commands.executeCommand(commands.switchSpace, { space: offer.slice(5) });
    return;
  }
  switch (offer) {
    case 'start':
      await vscode.commands.executeCommand(commands.startMentorship);
      return;
    case 'export':
      await vscode.commands.executeCommand(commands.exportRecognition);
      return;
    case 'setHours':
      return set(
        settings.mentoringHours,
        200,
        vscode.l10n.t('Hours a month that you have for mentoring, all in all'),
      );
    case 'setReview':
      return set(
        settings.mentoringReviewMinutes,
        600,
        vscode.l10n.t(
          'Minutes that a review of a mentee’s pull request takes you, on a day on which you give one',
        ),
      );
    default:
      deps.log.warn(`Load: nothing is called ${offer.slice(0, 50)}`);
  }
}

/** Keeps a number in the user's own settings; nothing typed: none. */
async function set(name: string, most: number, title: string): Promise<void> {
  const config = vscode.workspace.getConfiguration('cairn');
  const before: unknown = config.get(name);
  const typed = await ask({
    prompt: title,
    placeHolder: vscode.l10n.t('A number from 0 to {0}; nothing for “not said”.', most),
    value: typeof before === 'number' ? String(before) : '',
    validate: (text) =>
      text.trim() === '' || isNumber(text, most)
        ? undefined
        : vscode.l10n.t('A number from 0 to {0}, please.', most),
  });
  const number = typed.trim() === '' ? undefined : Number(typed.replace(',', '.'));
  await config.update(name, number, vscode.ConfigurationTarget.Global);
}

function isNumber(text: string, most: number): boolean {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) && number >= 0 && number <= most;
}
