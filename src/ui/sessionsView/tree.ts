import * as vscode from 'vscode';
import { commands } from '../ids.ts';
import { Rows, type SessionsRow } from './nodes.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { SessionsParts } from './register.ts';
import { type Around, itemOf } from './rows.ts';
import { tooltipOf } from './tooltip.ts';

/** Milliseconds in which changes are drawn as one. */
const together = 30;

/** What the Sessions view shows, from when it is first looked at. */
export class SessionsTree implements vscode.Disposable {
  readonly #parts: SessionsParts;
  readonly #view: vscode.TreeView<SessionsRow>;
  readonly #changed: vscode.EventEmitter<SessionsRow[] | undefined>;
  readonly #rows = new Rows();
  readonly #owned: vscode.Disposable[];
  #loading: Promise<void> | undefined;
  #failed: unknown;
  #scheduled: NodeJS.Timeout | undefined;

  constructor(
    parts: SessionsParts,
    view: vscode.TreeView<SessionsRow>,
    changed: vscode.EventEmitter<SessionsRow[] | undefined>,
  ) {
    this.#parts = parts;
    this.#view = view;
    this.#changed = changed;
    this.#owned = [
      // What rests or is over asks for no session.
      parts.store.onDidChange(
        ({ sessions, goals, mentorship }) => (sessions || goals || mentorship) && this.#schedule(),
      ),
      parts.situation.onDidChange(() => this.#say()),
      // "overdue" and "tomorrow" grow old while nobody looks.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#schedule()),
      view.onDidChangeCheckboxState(({ items }) => void this.#tick(items)),
      view.onDidChangeSelection(({ selection }) => {
        const content = selection[0]?.content;
        if (content?.type === 'remedy' && content.remedy === 'reload') void this.#load();
      }),
    ];
    this.#say();
  }

  async children(row: SessionsRow | undefined): Promise<SessionsRow[]> {
    if (row) return row.children;
    this.#loading ??= this.#load();
    await this.#loading;
    return this.#rows.roots;
  }

  item(row: SessionsRow): vscode.TreeItem {
    return itemOf(row, this.#around());
  }

  resolve(item: vscode.TreeItem, row: SessionsRow): vscode.TreeItem {
    item.tooltip = tooltipOf(row.content, this.#around(), this.#parts.store.goals);
    return item;
  }

  dispose(): void {
    clearTimeout(this.#scheduled);
    for (const owned of this.#owned) owned.dispose();
  }

  /** Reads the state; a failure is a row that tries again. */
  async #load(): Promise<void> {
    const wasFailed = this.#failed !== undefined;
    this.#failed = undefined;
    try {
      await this.#parts.store.load();
    } catch (error) {
      this.#failed = error;
      this.#parts.onFailure(error, 'load');
    }
    this.#rows.take(this.#outline());
    if (wasFailed) this.#changed.fire(undefined);
    this.#say();
  }

  #outline(): Outline[] {
    if (this.#failed !== undefined) {
      const remedies = ['reload', 'showLog'] as const;
      return remedies.map((remedy) => ({
        id: `remedy/${remedy}`,
        content: { type: 'remedy', remedy },
        children: [],
      }));
    }
    const { store } = this.#parts;
    const { mentee, records } = store;
    const { isMe } = this.#around();
    return outlineOf(
      {
        ...{
          isMe,
          mentee,
          mentorship: records.mentorship,
          goals: [...store.goals],
          actions: [...store.actions],
        },
        sessions: [...store.sessions],
        pairings: [...store.pairings],
        scaffolds: [...store.scaffolds],
      },
      new Date(),
    );
  }

  #around(): Around {
    const { space } = this.#parts.store;
    return { now: new Date(), isMe: (name) => space?.isMe(name) ?? false };
  }

  /** Many changes in a row, as while a sync brings them, are drawn as one. */
  #schedule(): void {
    if (this.#loading === undefined) return;
    this.#scheduled ??= setTimeout(() => this.#draw(), together);
  }

  #draw(): void {
    clearTimeout(this.#scheduled);
    this.#scheduled = undefined;
    // A reload that went well elsewhere, as of other settings, mends this view, too.
    if (this.#parts.store.isLoaded) this.#failed = undefined;
    const [selected] = this.#view.selection;
    const next = selected && nextOpen(selected);
    const changed = this.#rows.take(this.#outline());
    if (changed === undefined || changed.length > 0) this.#changed.fire(changed);
    this.#say();
    // The row has gone to what is done: whoever goes through the list by keys goes on with the next one.
    if (next && this.#view.visible && !isOpen(selected) && isOpen(next))
      void this.#view.reveal(next, { select: true, focus: true }).then(undefined, () => {});
  }

  /** A box was ticked, or opened again: an act that anybody may do, and undo. */
  async #tick(items: readonly [SessionsRow, vscode.TreeItemCheckboxState][]): Promise<void> {
    for (const [row, state] of items) {
      const { content } = row;
      if (content.type !== 'action') continue;
      const isDone = state === vscode.TreeItemCheckboxState.Checked;
      try {
        await vscode.commands.executeCommand(commands.completeNextAction, content.tracked.action.id, isDone);
      } catch (error) {
        this.#parts.onFailure(error, 'act');
        // The box says again what is so.
        this.#changed.fire([row]);
      }
    }
  }

  /** What stands above the rows, and beside the view's name. */
  #say(): void {
    const { problems } = this.#parts.situation.now;
    const lines = problems.filter(({ source }) => source === 'load' || source === 'act');
    // A path is one long word to the workbench, which cuts it off.
    const said = lines.map(({ message }) => `⚠ ${message.replace(/[/\\]/g, '$&\u200B')}`);
    this.#view.message = said.join('\n') || undefined;
    const actions = this.#rows.get('actions')?.content;
    const overdue = actions?.type === 'actions' ? actions.overdue : 0;
    this.#view.description = overdue > 0 ? vscode.l10n.t('{0} overdue', overdue) : undefined;
  }
}

const isOpen = ({ content }: SessionsRow) =>
  content.type === 'action' && content.tracked.action.doneAt === null;

/** The open next action after this one, or before where it is the last. */
function nextOpen(row: SessionsRow): SessionsRow | undefined {
  const open = row.parent?.children.filter(isOpen);
  const at = open?.indexOf(row) ?? -1;
  return at < 0 ? undefined : (open?.[at + 1] ?? open?.[at - 1]);
}
