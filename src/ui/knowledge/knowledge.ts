import * as vscode from 'vscode';
import type { Grouping } from '../../programme/knowledge/outline.ts';
import { views } from '../ids.ts';
import type { Marks } from './marks.ts';
import type { KnowledgeRow } from './nodes.ts';
import type { KnowledgeParts } from './register.ts';
import type { KnowledgeTree } from './tree.ts';

const grouping = 'cairn.knowledge.grouping';

/** The Knowledge view and the marks at the code; what draws them is loaded once there is something to draw. */
export class Knowledge implements vscode.Disposable {
  readonly #parts: KnowledgeParts;
  readonly #changed = new vscode.EventEmitter<KnowledgeRow | undefined>();
  readonly #view: vscode.TreeView<KnowledgeRow>;
  readonly #owned: vscode.Disposable[];
  #tree: Promise<KnowledgeTree> | undefined;
  #marks: Promise<Marks> | undefined;
  /** Notes whose code is not in the file that is open, by what the marks found. */
  outdated: ReadonlySet<string> = new Set();

  constructor(parts: KnowledgeParts) {
    this.#parts = parts;
    this.#view = vscode.window.createTreeView(views.knowledge, {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: async (row) => (await this.#loadTree()).children(row),
        getTreeItem: async (row) => (await this.#loadTree()).item(row),
        getParent: ({ parent }) => parent,
        resolveTreeItem: async (item, row) => (await this.#loadTree()).resolve(item, row),
      },
    });
    const look = () => this.#look();
    this.#owned = [
      this.#view,
      this.#changed,
      parts.store.onDidChange(({ mentorship }) => {
        if (!mentorship) return;
        if (this.#tree) this.#changed.fire(undefined);
        look();
      }),
      vscode.window.onDidChangeVisibleTextEditors(look),
    ];
    look();
  }

  get grouping(): Grouping {
    return this.#parts.memory.get<Grouping>(grouping) === 'topic' ? 'topic' : 'folder';
  }

  async group(by: Grouping): Promise<void> {
    await this.#parts.memory.update(grouping, by);
    this.#changed.fire(undefined);
  }

  /** The row that is selected. */
  selected(): KnowledgeRow | undefined {
    return this.#view.selection[0];
  }

  /** What draws the marks and knows where notes are by now. */
  marks(): Promise<Marks> {
    this.#marks ??= import('./marks.ts').then(({ Marks }) => {
      const onStanding = (outdated: ReadonlySet<string>) => {
        this.outdated = outdated;
        if (this.#tree) this.#changed.fire(undefined);
      };
      return new Marks({ ...this.#parts, onStanding });
    });
    return this.#marks;
  }

  dispose(): void {
    void this.#tree?.then((tree) => tree.dispose());
    void this.#marks?.then((marks) => marks.dispose());
    for (const one of this.#owned) one.dispose();
  }

  #loadTree(): Promise<KnowledgeTree> {
    this.#tree ??= import('./tree.ts').then(
      ({ KnowledgeTree }) => new KnowledgeTree(this.#parts, this, this.#view),
    );
    return this.#tree;
  }

  /** Nothing of the marks is loaded where there is no note. */
  #look(): void {
    const { store, log } = this.#parts;
    if (this.#marks || store.knowledge.length === 0 || vscode.window.visibleTextEditors.length === 0) return;
    this.marks().catch((error) => log.error(error instanceof Error ? error : String(error)));
  }
}
