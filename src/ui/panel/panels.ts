import * as vscode from 'vscode';
import { extensionId } from '../ids.ts';
import type { PanelParts, PanelSpec } from './index.ts';
import { type Kept, keptSchema } from './protocol.ts';
import { panelType } from './registerPanels.ts';
import { PanelView } from './view.ts';

/** The panels of this window, by id. */
const open = new Map<string, PanelView>();
/** Panels that VS Code has brought back, until the command that makes their content takes them over. */
const restored = new Map<string, vscode.WebviewPanel>();

export const panels = {
  /** See `openPanel`. */
  async open(parts: PanelParts, spec: PanelSpec): Promise<void> {
    const known = open.get(spec.id);
    if (known) {
      known.use(spec);
      known.reveal();
      await known.refresh();
      if (known.failure) throw known.failure;
      return;
    }
    const old = restored.get(spec.id);
    restored.delete(spec.id);
    const panel = old ?? vscode.window.createWebviewPanel(panelType, 'Cairn', vscode.ViewColumn.Active);
    const view = viewOf(parts, panel, spec);
    await view.refresh();
    if (!view.failure) return;
    // A new one with nothing in it is of no use; one that was there before keeps its place and says what is wrong.
    if (!old) panel.dispose();
    throw view.failure;
  },

  /** Takes over a panel that VS Code has brought back, and runs again what filled it. */
  async revive(parts: PanelParts, panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = readKept(state);
    if (!kept || open.has(kept.id) || restored.has(kept.id)) return panel.dispose();
    const { id, again } = kept;
    if (again) {
      restored.set(id, panel);
      const forget = panel.onDidDispose(() => restored.delete(id));
      try {
        await vscode.commands.executeCommand(again.command, ...again.args);
      } catch (error) {
        parts.log.warn(`Panel ${id}: ${error instanceof Error ? error.message : error}`);
      }
      forget.dispose();
      if (restored.get(id) !== panel) return;
      restored.delete(id);
    }
    const view = viewOf(parts, panel, { id, read: async () => gone(panel.title), act: async () => {} });
    await view.refresh();
  },
};

function viewOf(parts: PanelParts, panel: vscode.WebviewPanel, spec: PanelSpec): PanelView {
  const { extensionUri } = vscode.extensions.getExtension(extensionId)!;
  const view = new PanelView(parts, panel, vscode.Uri.joinPath(extensionUri, 'dist', 'webview'), spec);
  open.set(spec.id, view);
  panel.onDidDispose(() => {
    view.dispose();
    if (open.get(spec.id) === view) open.delete(spec.id);
  });
  return view;
}

/** What the page remembered; `null` where it remembered nothing that can be read. */
function readKept(state: unknown): Kept | null {
  const kept = typeof state === 'object' && state !== null && 'kept' in state ? state.kept : undefined;
  const result = keptSchema.safeParse(kept);
  return result.success ? result.data : null;
}

const gone = (title: string) => ({
  title,
  sections: [
    {
      id: 'gone',
      heading: vscode.l10n.t('Closed with the window'),
      blocks: [
        {
          kind: 'text' as const,
          text: vscode.l10n.t(
            'What stood here is not kept over a reload of the window. Run the command again that opened it: its name begins with “Cairn:”.',
          ),
        },
      ],
    },
  ],
});
