import * as vscode from 'vscode';
import { views } from '../ids.ts';
import type { ProblemSource, SituationKeeper } from '../situation.ts';
import type { Store } from '../store.ts';
import type { SessionsRow } from './nodes.ts';
import type { SessionsTree } from './tree.ts';

/** What the Sessions view is built from. */
export type SessionsParts = {
  store: Store;
  situation: SituationKeeper;
  onFailure: (error: unknown, source: ProblemSource) => void;
};

/** The registered view. */
export type SessionsView = vscode.Disposable & {
  /** The row that is selected. */
  selected(): SessionsRow | undefined;
};

/** Registers the Sessions view; nothing of it is loaded before it is looked at. */
export function registerSessionsView(parts: SessionsParts): SessionsView {
  const changed = new vscode.EventEmitter<SessionsRow[] | undefined>();
  let tree: Promise<SessionsTree> | undefined;
  const load = (): Promise<SessionsTree> => {
    tree ??= import('./tree.ts').then(({ SessionsTree }) => new SessionsTree(parts, view, changed));
    return tree;
  };
  const view: vscode.TreeView<SessionsRow> = vscode.window.createTreeView(views.sessions, {
    manageCheckboxStateManually: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (row) => (await load()).children(row),
      getTreeItem: async (row) => (await load()).item(row),
      getParent: ({ parent }) => parent,
      resolveTreeItem: async (item, row) => (await load()).resolve(item, row),
    },
  });
  return {
    selected: () => view.selection[0],
    dispose() {
      view.dispose();
      changed.dispose();
      void tree?.then((made) => made.dispose());
    },
  };
}
