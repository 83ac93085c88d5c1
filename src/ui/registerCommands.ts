import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { Deps } from './commands/deps.ts';
import { isNode } from './feedback/nodes.ts';
import { commands } from './ids.ts';

/**
 * Registers every command. A caller that hands arguments over (another extension, a test) gets a rejection with
 * `code` and `message`; a person at the keyboard gets the failure shown in the view, and a cancelled question is
 * no failure at all.
 */
export function registerCommands(
  deps: Deps,
  onFailure: (error: unknown) => void,
  onSuccess: () => void,
): vscode.Disposable {
  const names = Object.keys(commands) as (keyof typeof commands)[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commands[name], async (...given: unknown[]) => {
        // The "…" menu of a view that is a page hands over how it was opened: a person's act, and no argument.
        const args = has(given[0], 'preserveFocus') ? [] : given;
        try {
          const { bodies, inputOf } = await import('./commands/index.ts');
          const made = await bodies[name](deps, ...inputOf(name, args, deps));
          // Reading about a failure does not mend it.
          if (name !== 'showLog') onSuccess();
          return made;
        } catch (error) {
          if (!(error instanceof CairnError)) deps.log.error(error instanceof Error ? error : String(error));
          if (isProgram(args)) throw error;
          if (!(error instanceof CairnError && error.code === 'cancelled')) onFailure(error);
          // VS Code empties the box below a thread unless its button fails: the words must not be lost.
          if (isBox(args[0])) throw error;
          return undefined;
        }
      }),
    ),
  );
}

/**
 * Whether a program has called: rows, threads, the page's menu and what this extension's own rows and keys pass are a person's act;
 * ids and plain data are a program's.
 */
function isProgram([first, second]: unknown[]): boolean {
  if (isNode(first) || has(second, 'fromRow')) return false;
  if (first === undefined || first === null) return second !== undefined && second !== null;
  // A thread of the editor is an object, a program names it by its id.
  if (has(first, 'thread')) return typeof first.thread !== 'object';
  return !['hold', 'row', 'showMore', 'comments', 'commentId', 'noteId', 'webview'].some((key) =>
    has(first, key),
  );
}

/** Whether this is what a button below a comment box hands over. */
function isBox(first: unknown): boolean {
  return has(first, 'thread') && typeof first.thread === 'object' && has(first, 'text');
}

function has<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
