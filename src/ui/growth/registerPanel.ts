import * as vscode from 'vscode';
import type { PanelParts } from './panel.ts';

/** Type of the panel's webview. */
export const growthPanel = 'cairn.growth';

/** What a command may ask for: what is left out stays as it is. */
export type PanelRequest = { goal?: string | null; period?: '3-months' | '12-months' | 'all' };

/** The growth panel; its code is loaded when it is first shown. */
export type LazyPanel = vscode.Disposable & { show(request: PanelRequest): Promise<void> };

/** Registers the panel, so that it comes back with the window. */
export function registerGrowthPanel(parts: PanelParts): LazyPanel {
  const loaded = async () => {
    const { GrowthPanels } = await import('./panel.ts');
    panels ??= new GrowthPanels(parts);
    return panels;
  };
  let panels: InstanceType<Awaited<typeof import('./panel.ts')>['GrowthPanels']> | undefined;
  const registration = vscode.window.registerWebviewPanelSerializer(growthPanel, {
    deserializeWebviewPanel: async (panel, state) => (await loaded()).revive(panel, state),
  });
  return {
    show: async (request) => (await loaded()).show(request),
    dispose() {
      registration.dispose();
      panels?.dispose();
    },
  };
}
