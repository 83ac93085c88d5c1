import * as vscode from 'vscode';
import type { PanelParts } from './index.ts';

/** Type of the webview of every panel that `openPanel` opens. */
export const panelType = 'cairn.panel';

/** Lets panels come back with the window; their code is loaded with the first of them. */
export const registerPanels = (parts: PanelParts): vscode.Disposable =>
  vscode.window.registerWebviewPanelSerializer(panelType, {
    deserializeWebviewPanel: async (panel, state) =>
      (await import('./panels.ts')).panels.revive(parts, panel, state),
  });
