import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { Deps } from './commands/deps.ts';
import { commands } from './ids.ts';

/**
 * Registers every command. A caller that hands arguments over (another extension, a test) gets a rejection with
 * `code` and `message`; a person at the keyboard gets the failure shown in the view, and a cancelled question is
 * no failure at all.
 */
export function registerCommands(deps: Deps, onFailure: (error: unknown) => void): vscode.Disposable {
  const names = Object.keys(commands) as (keyof typeof commands)[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commands[name], async (...args: unknown[]) => {
        try {
          const { bodies } = await import('./commands/index.ts');
          return await bodies[name](deps, ...args);
        } catch (error) {
          if (!(error instanceof CairnError)) deps.log.error(error instanceof Error ? error : String(error));
          if (isProgram(args)) throw error;
          if (!(error instanceof CairnError && error.code === 'cancelled')) onFailure(error);
          return undefined;
        }
      }),
    ),
  );
}

/** Menus and inline icons hand over objects of the editor; programs hand over ids and plain data. */
function isProgram(args: unknown[]): boolean {
  const [first] = args;
  if (first === undefined || first === null) return false;
  if (typeof first !== 'object' || Array.isArray(first)) return true;
  return (
    Object.getPrototypeOf(first) === Object.prototype &&
    !('$treeItemHandle' in first) &&
    !('comments' in first)
  );
}
