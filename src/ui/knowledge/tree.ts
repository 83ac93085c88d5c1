import * as vscode from 'vscode';
import { groupsOf } from '../../programme/knowledge/outline.ts';
import type { Knowledge } from './knowledge.ts';
import { type KnowledgeRow, rowsOf } from './nodes.ts';
import type { KnowledgeParts } from './register.ts';
import { itemOf } from './rows.ts';
import { tooltipOf } from './words.ts';

/** What the Knowledge view shows, from when it is first looked at. */
export class KnowledgeTree implements vscode.Disposable {
  readonly #parts: KnowledgeParts;
  readonly #knowledge: Knowledge;
  readonly #view: vscode.TreeView<KnowledgeRow>;
  readonly #owned: vscode.Disposable[];
  #failed: unknown;
  #rows: KnowledgeRow[] = [];

  constructor(parts: KnowledgeParts, knowledge: Knowledge, view: vscode.TreeView<KnowledgeRow>) {
    this.#parts = parts;
    this.#knowledge = knowledge;
    this.#view = view;
    this.#owned = [
      view.onDidChangeSelection(({ selection }) => {
        const [row] = selection;
        if (row?.type === 'remedy' && row.remedy === 'reload') void knowledge.group(knowledge.grouping);
      }),
    ];
  }

  async children(row: KnowledgeRow | undefined): Promise<KnowledgeRow[]> {
    if (row) return row.type === 'group' ? row.children : [];
    const { store, failures } = this.#parts;
    this.#failed = undefined;
    try {
      await store.load();
    } catch (error) {
      this.#failed = error;
      failures.show(error, 'load');
    }
    this.#rows = this.#failed === undefined ? this.#read() : remedies();
    this.#view.description =
      this.#rows.length > 0 && this.#failed === undefined
        ? this.#knowledge.grouping === 'folder'
          ? vscode.l10n.t('by folder')
          : vscode.l10n.t('by topic')
        : undefined;
    return this.#rows;
  }

  item(row: KnowledgeRow): vscode.TreeItem {
    const { store } = this.#parts;
    return itemOf(row, {
      isMine: (name) => name !== null && (store.space?.isMe(name) ?? false),
      isOutdated: (id) => this.#knowledge.outdated.has(id),
      grouping: this.#knowledge.grouping,
    });
  }

  resolve(item: vscode.TreeItem, row: KnowledgeRow): vscode.TreeItem {
    if (row.type === 'note')
      item.tooltip = tooltipOf(row.note, { isOutdated: this.#knowledge.outdated.has(row.note.id) });
    return item;
  }

  dispose(): void {
    for (const one of this.#owned) one.dispose();
  }

  #read(): KnowledgeRow[] {
    return rowsOf(groupsOf(this.#parts.store.knowledge, this.#knowledge.grouping));
  }
}

const remedies = (): KnowledgeRow[] =>
  (['reload', 'showLog'] as const).map((remedy) => ({
    ...{ row: 'cairn.knowledge', id: `remedy/${remedy}`, parent: undefined, type: 'remedy', remedy },
  }));
