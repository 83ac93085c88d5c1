import * as vscode from 'vscode';
import type { SignIn } from '../signIn.ts';
import type { Situation } from '../situation.ts';
import type { Store } from '../store.ts';
import { html } from '../webview/html.ts';
import { read } from '../webview/read.ts';
import type { Growth } from './growth.ts';
import { PanelPage } from './panelPage.ts';
import { type Filter, keptFilterSchema } from './panelProtocol.ts';
import { growthPanel, type PanelRequest } from './registerPanel.ts';

export type PanelParts = {
  store: Store;
  growth: Growth;
  signIn: SignIn;
  log: vscode.LogOutputChannel;
  extensionUri: vscode.Uri;
  situation: () => Situation;
};

const usual: Filter = { period: '12-months', goal: null };

/** The one growth panel of a window: shown, shown again, and back after a reload. */
export class GrowthPanels implements vscode.Disposable {
  readonly #parts: PanelParts;
  #panel: vscode.WebviewPanel | undefined;
  #page: PanelPage | undefined;

  constructor(parts: PanelParts) {
    this.#parts = parts;
  }

  show(request: PanelRequest): void {
    if (this.#panel && this.#page) {
      this.#panel.reveal();
      this.#page.filter({ ...this.#page.current, ...request });
      return;
    }
    const title = vscode.l10n.t('Growth');
    const column = vscode.ViewColumn.Active;
    this.#open(vscode.window.createWebviewPanel(growthPanel, title, column), { ...usual, ...request });
  }

  /** Takes over a panel that VS Code has brought back, with what its page remembered. */
  revive(panel: vscode.WebviewPanel, kept: unknown): void {
    this.#panel?.dispose();
    const state = kept !== null && typeof kept === 'object' && 'filter' in kept ? kept.filter : undefined;
    const result = read<Filter>(keptFilterSchema, state);
    this.#open(panel, 'message' in result ? result.message : usual);
  }

  #open(panel: vscode.WebviewPanel, filter: Filter): void {
    const folder = vscode.Uri.joinPath(this.#parts.extensionUri, 'dist', 'webview');
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    const page = new PanelPage(this.#parts, panel, filter);
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#page = undefined;
    });
    this.#panel = panel;
    this.#page = page;
    panel.webview.html = html(panel.webview, folder, 'growth');
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
