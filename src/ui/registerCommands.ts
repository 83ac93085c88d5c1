import * as vscode from 'vscode';
import { CairnError } from '../model/errors.ts';
import type { Deps } from './commands/deps.ts';
import { isNode } from './feedback/nodes.ts';
import { commands } from './ids.ts';

/** The commands that take a row of the Feedback view. */
const aboutFeedback = new Set<keyof typeof commands>([
  'bringBackFeedback',
  'eraseRecord',
  'linkFeedback',
  'openFeedback',
  'openOnGitHub',
  'setAsideFeedback',
  'showHistory',
  'tagFeedback',
  'tagKeep',
  'tagStart',
  'tagStop',
  'togglePrivate',
  'unlinkFeedback',
  'untagFeedback',
]);

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
      vscode.commands.registerCommand(commands[name], async (...args: unknown[]) => {
        try {
          const { bodies } = await import('./commands/index.ts');
          // A button above the tree gets the focused row, whatever the button does.
          const made = await bodies[name](deps, ...(isNode(args[0]) && !aboutFeedback.has(name) ? [] : args));
          // Reading about a failure does not mend it.
          if (name !== 'showLog') onSuccess();
          return made;
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

/**
 * Whether a program has called: rows, threads, the page's menu and what this extension's own rows and keys pass are a person's act;
 * ids and plain data are a program's.
 */
function isProgram([first, second]: unknown[]): boolean {
  if (isNode(first) || has(second, 'fromRow')) return false;
  if (first === undefined || first === null) return second !== undefined && second !== null;
  return !['hold', 'showMore', 'comments', 'thread', 'webview'].some((key) => has(first, key));
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}
