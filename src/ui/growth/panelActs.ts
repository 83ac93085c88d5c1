import * as vscode from 'vscode';
import { commands, views } from '../ids.ts';
import type { Act } from './panelProtocol.ts';

/** Runs what a person asked for in the page; rejects with what the command rejects with. */
export async function perform(act: Exclude<Act, { act: 'filter' | 'copy' | 'reload' }>): Promise<void> {
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(command, ...args);
  switch (act.act) {
    case 'openFeedback':
      await run(commands.openFeedback, act.feedback);
      return;
    case 'showTheme':
      await run(commands.groupFeedback, 'theme');
      await run(`${views.feedback}.focus`);
      return;
    case 'showFeedback':
      await run(`${views.feedback}.focus`);
      return;
    default:
      await run(`cairn.${act.act}`);
  }
}
