import type * as vscode from 'vscode';
import type { PanelContent } from './content.ts';

export type * from './content.ts';

/** What a panel needs of the extension; the `Deps` of a command have it. */
export type PanelParts = { log: vscode.LogOutputChannel };

/** A panel: what it is called inside, what it shows, what its offers do. */
export type PanelSpec = {
  /** One panel is open for an id: it is shown again where it is. Letters, digits, `.`, `:` and hyphens. */
  id: string;
  /** Reads anew at each draw; what it rejects with is shown in the panel, with "Try again". */
  read(): Promise<PanelContent>;
  /** Does what an offer says and returns; the panel is drawn anew then. What it rejects with is shown above. */
  act(offer: string): Promise<void>;
  /** Fires when something changed: a panel that is seen is drawn anew, one that is not when it is seen again. */
  onDidChange?: vscode.Event<unknown>;
  /**
   * The command that opened it, with plain arguments, for after a reload of the window: only `cairn.show…`,
   * `cairn.find…` and `cairn.match…`, since it runs without being asked. Without it the panel says to open it again.
   */
  again?: { command: string; args?: unknown[] };
};

/** Opens the panel, or shows it where it is already and draws it anew. Rejects where its first content cannot be read. */
export async function openPanel(parts: PanelParts, spec: PanelSpec): Promise<void> {
  const { panels } = await import('./panels.ts');
  await panels.open(parts, spec);
}
