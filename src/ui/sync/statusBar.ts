import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { commands } from '../ids.ts';
import type { Shown } from '../pairing/barWords.ts';
import { kindOf, type SyncStatus } from './status.ts';
import { paragraphs, spoken, textOf } from './words.ts';

/** A sync that is over sooner is not worth a movement, in milliseconds. */
const quickSync = 800;
/** For so long a screen reader is given the time to hear of what has just become urgent, in milliseconds. */
const alarm = 10_000;

/** Cairn's one item in the status bar: which space is active, and how it stands; before that a pairing's turn. */
export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  #soon: NodeJS.Timeout | undefined;
  #shown: SyncStatus | undefined;
  #pairing: Shown | null = null;
  #urgentSince = 0;

  constructor() {
    this.#item = vscode.window.createStatusBarItem('space', vscode.StatusBarAlignment.Left, 5);
    this.#item.name = vscode.l10n.t('Cairn Space');
    this.#item.command = commands.showSpace;
  }

  show(status: SyncStatus): void {
    clearTimeout(this.#soon);
    const isNew = status.isSyncing && kindOf(status) === 'syncing' && this.#shown?.isSyncing !== true;
    if (!isNew) this.#draw(status);
    else this.#soon = setTimeout(() => this.#draw(status), quickSync);
  }

  /** What is said of the pairing that runs in this window; `null` where none does. */
  showPairing(shown: Shown | null): void {
    if (shown?.isUrgent && !this.#pairing?.isUrgent) this.#urgentSince = Date.now();
    this.#pairing = shown;
    if (this.#shown) this.#draw(this.#shown);
  }

  hide(): void {
    clearTimeout(this.#soon);
    this.#shown = undefined;
    this.#item.hide();
  }

  dispose(): void {
    clearTimeout(this.#soon);
    this.#item.dispose();
  }

  #draw(status: SyncStatus): void {
    this.#shown = status;
    const pairing = this.#pairing;
    const text = pairing?.text ?? textOf(status);
    const label = pairing ? `${pairing.spoken} ${spoken(status)}` : spoken(status);
    // Said aloud once when it becomes urgent, wherever the focus is; a button again from the next change on.
    const isNew = pairing?.isUrgent && Date.now() - this.#urgentSince < alarm;
    const role = isNew ? 'alert' : 'button';
    if (this.#item.text !== text) this.#item.text = text;
    const { accessibilityInformation: said } = this.#item;
    if (said?.label !== label || said.role !== role) this.#item.accessibilityInformation = { label, role };
    const isBad = pairing ? pairing.isUrgent : kindOf(status) === 'attention';
    this.#item.backgroundColor = isBad ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.tooltip = tooltipOf(status, pairing);
    this.#item.show();
  }
}

/** Only links of our own run anything; names, remotes and paths are strangers' words and stay text. */
export function tooltipOf(status: SyncStatus, pairing: Shown | null = null): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const own = [...(pairing?.commands ?? []), ...ownCommands(status)];
  tooltip.isTrusted = { enabledCommands: own.map(([command]) => command) };
  const [name = '', ...rest] = paragraphs(status).map(asText);
  const turn = (pairing?.lines ?? []).map(asText);
  const links = own.map(([command, title]) => `[${asText(title)}](command:${command})`);
  return tooltip.appendMarkdown([...turn, `**${name}**`, ...rest, links.join(' · ')].join('\n\n'));
}

/** Every sign that Markdown could take for its own, escaped. `appendText` would let no line wrap. */
const asText = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

function ownCommands({ remote, failure }: SyncStatus): [string, string][] {
  const isRefused = failure?.error instanceof CairnError && failure.error.code === 'sync-unauthorized';
  return [
    ...(isRefused ? [[commands.signIn, vscode.l10n.t('Sign In')] as [string, string]] : []),
    remote === null
      ? [commands.shareSpace, vscode.l10n.t('Share')]
      : [commands.syncSpace, vscode.l10n.t('Sync Now')],
    [commands.switchSpace, vscode.l10n.t('Switch Space')],
    [commands.showLog, vscode.l10n.t('Show Log')],
  ];
}
