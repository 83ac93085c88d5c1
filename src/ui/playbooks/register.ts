import * as vscode from 'vscode';
import { sessionScheme } from '../ids.ts';
import type { Store } from '../store.ts';

/** Draws what can be done above the steps of playbooks, shipped ones and a team's; its code is loaded with the first one. */
export function registerPlaybooks(parts: { store: Store }): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    parts.store.onDidChange(({ goals, sessions }) => {
      if (goals || sessions) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(
      [
        { scheme: sessionScheme, pattern: '**/playbook/*.md' },
        { scheme: 'file', pattern: '**/playbooks/*.md' },
      ],
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: async (document) => (await import('./lenses.ts')).lensesOf(parts, document),
      },
    ),
  );
}
