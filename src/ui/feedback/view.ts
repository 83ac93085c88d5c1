import * as vscode from 'vscode';
import { type Filter, filterFeedback, isEmptyFilter } from '../../model/filter.ts';
import { type FeedbackGroup, type Grouping, groupFeedback, groupings } from '../../model/group.ts';
import type { Feedback } from '../../model/state.ts';
import type { Growth } from '../growth/growth.ts';
import { contextKeys, views } from '../ids.ts';
import type { SituationKeeper } from '../situation.ts';
import type { Store } from '../store.ts';
import { severalWrite } from '../words/whose.ts';
import { registerBadges } from './badges.ts';
import { LostSelection } from './lostSelection.ts';
import { messageOf } from './message.ts';
import { isFeedbackNode, type Node, themeIdOf } from './nodes.ts';

/** Rows of a group before the one that shows more: the workbench draws each of them. */
const page = 200;

type Parts = {
  store: Store;
  growth: Growth;
  situation: SituationKeeper;
  memory: vscode.Memento;
  onFailure: (error: unknown) => void;
};

/** The tree of feedback: what is to be tagged first. */
export class FeedbackView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #parts: Parts;
  readonly #tree: vscode.TreeView<Node>;
  readonly #owned: vscode.Disposable[];
  #groups: FeedbackGroup[] | undefined;
  #filter: Filter = {};
  /** What the rows draw of growth. */
  #looks: string | undefined;
  #rowOf: typeof import('./rows.ts').rowOf | undefined;
  #later: NodeJS.Timeout | undefined;
  readonly #limits = new Map<string, number>();
  /** The row that is being selected: the workbench takes a moment, and a quick typist does not wait. */
  #movingTo: Feedback | undefined;
  readonly #lost = new LostSelection();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#tree = vscode.window.createTreeView(views.feedback, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#owned = [
      this.#changed,
      this.#tree,
      registerBadges(),
      this.onDidChangeTreeData(() => this.#lost.drawn()),
      this.#tree.onDidChangeSelection(({ selection }) => this.#lost.selected(idsOf(selection))),
      parts.store.onDidChange(() => this.#refresh()),
      parts.growth.onDidChange(() => this.#grow()),
      parts.situation.onDidChange(() => this.#say()),
    ];
    this.#say();
  }

  get isVisible(): boolean {
    return this.#tree.visible;
  }

  get onDidChangeVisibility(): vscode.Event<unknown> {
    return this.#tree.onDidChangeVisibility;
  }

  /** What is selected now, each piece once; while the selection is moving on, the piece that it moves to. */
  selection(): Feedback[] {
    if (this.#movingTo) return [this.#movingTo];
    const ids = idsOf(this.#tree.selection);
    const { store } = this.#parts;
    return (ids.length > 0 ? ids : this.#lost.ids()).flatMap((id) => store.getFeedback(id) ?? []);
  }

  get grouping(): Grouping {
    const kept = this.#parts.memory.get<string>('grouping');
    return groupings.find((one) => one === kept) ?? 'goal';
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.#parts.memory.update('grouping', grouping);
    this.#refresh();
  }

  get filter(): Filter {
    return this.#filter;
  }

  setFilter(filter: Filter): void {
    this.#filter = filter;
    void vscode.commands.executeCommand('setContext', contextKeys.filtered, !isEmptyFilter(filter));
    this.#refresh();
  }

  /** Shows the next rows of a long group. */
  showMore(groupId: string): void {
    this.#limits.set(groupId, (this.#limits.get(groupId) ?? page) + page);
    this.#changed.fire(undefined);
  }

  /**
   * Selects the row that follows these pieces where they stand now, once `act` has taken them out of their group,
   * so that somebody can go through the list with single keys.
   */
  async moveOn(items: readonly Feedback[], act: () => Promise<void>): Promise<void> {
    const group = this.#grouped().find(
      (one) => one.kind === 'untagged' && items.every((item) => one.items.includes(item)),
    );
    const wasSelected = items.length > 0 && items.every((item) => this.selection().includes(item));
    const last = group?.items.findLastIndex((item) => items.includes(item)) ?? -1;
    const next = group?.items[last + 1] ?? group?.items.findLast((item) => !items.includes(item));
    if (!wasSelected || !next || !this.#tree.visible) return act();
    this.#movingTo = next;
    try {
      await act();
      const now = this.#grouped().find((one) => one.kind === 'untagged');
      const node = now && this.#nodesOf(now).find((one) => one.type === 'feedback' && one.item === next);
      // A row that is gone by now is no failure, and neither is a view that was closed.
      if (node) await this.#tree.reveal(node, { select: true, focus: true }).then(undefined, () => {});
    } finally {
      if (this.#movingTo === next) this.#movingTo = undefined;
    }
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    this.#rowOf ??= (await import('./rows.ts')).rowOf;
    return this.#rowOf(node, this.#parts.growth.now);
  }

  async resolveTreeItem(row: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    const { store, growth } = this.#parts;
    if (node.type === 'feedback') {
      const { tooltipOf } = await import('./tooltip.ts');
      row.tooltip = tooltipOf(node.item, store.reasonFor(node.item), this.#isSeveral(), growth.now);
    } else if (node.type === 'group') {
      const theme = growth.now?.theme(themeIdOf(node.group) ?? '');
      if (theme) row.tooltip = (await import('../growth/themeTooltip.ts')).themeTooltip(theme, growth.now!);
    }
    return row;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return node.type === 'group' ? this.#nodesOf(node.group) : [];
    try {
      await this.#parts.store.load();
    } catch (error) {
      this.#parts.onFailure(error);
      return [];
    }
    // What went wrong with the themes stands above the tree; the feedback is there all the same.
    const themes = () => this.#parts.growth.themes().catch(() => []);
    if (this.grouping === 'theme') await themes();
    // Rows say what came up before; that is worked out once they are drawn.
    else if (this.#parts.store.feedback.length > 0) this.#later ??= setTimeout(themes, 1000);
    return [
      ...this.#parts.store.held.map((pull): Node => ({ type: 'held', pull })),
      ...this.#grouped().map((group): Node => ({ type: 'group', group })),
    ];
  }

  getParent(node: Node): Node | undefined {
    return node.type === 'group' || node.type === 'held' ? undefined : { type: 'group', group: node.group };
  }

  dispose(): void {
    clearTimeout(this.#later);
    for (const owned of this.#owned) owned.dispose();
  }

  #nodesOf(group: FeedbackGroup): Node[] {
    const limit = this.#limits.get(group.id) ?? page;
    const nodes: Node[] = group.items.slice(0, limit).map((item) => ({ type: 'feedback', item, group }));
    const left = group.items.length - limit;
    return left > 0 ? [...nodes, { type: 'more', group, left }] : nodes;
  }

  #grouped(): FeedbackGroup[] {
    const { store, growth } = this.#parts;
    const shown = () => filterFeedback(store.feedback, this.#filter);
    this.#groups ??= groupFeedback(shown(), store.goals, this.grouping, growth.themeOf);
    return this.#groups;
  }

  #isSeveral(): boolean {
    const { goals, actions, feedback } = this.#parts.store;
    return severalWrite([...goals, ...actions], feedback);
  }

  /**
   * Drawing rows anew takes away what hovers over them, and the selection for a moment: only where they look different,
   * and not while somebody works with a row. What is next drawn shows it, too.
   */
  #grow(): void {
    const { store, growth } = this.#parts;
    if (this.grouping !== 'theme' && this.#tree.selection.length > 0) return;
    const looks = growth.now?.looks(store.feedback, this.grouping === 'theme');
    if (looks === this.#looks) return;
    this.#looks = looks;
    this.#refresh();
  }

  #refresh(): void {
    this.#groups = undefined;
    this.#changed.fire(undefined);
    this.#say();
  }

  #say(): void {
    const { store, situation } = this.#parts;
    const hasFeedback = store.feedback.length > 0;
    this.#tree.message = messageOf(situation.now, this.#filter, () => this.#grouped(), hasFeedback);
    const waiting = store.feedback.reduce(
      (sum, item) =>
        sum + Number(item.tag === null && !item.isSetAside && (!item.isBot || item.goalIds.length > 0)),
      0,
    );
    this.#tree.badge =
      waiting > 0
        ? { value: waiting, tooltip: vscode.l10n.t('{0} pieces of feedback to tag', waiting) }
        : undefined;
  }
}

const idsOf = (nodes: readonly Node[]): string[] => [
  ...new Set(nodes.filter(isFeedbackNode).map(({ item }) => item.id)),
];
