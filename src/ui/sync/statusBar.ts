import * as vscode from 'vscode';
import { CairnError } from '../../model/errors.ts';
import { commands } from '../ids.ts';
import { kindOf, type SyncStatus } from './status.ts';
import { paragraphs, spoken, textOf } from './words.ts';

/** A sync that is over sooner is not worth a movement, in milliseconds. */
const quickSync = 800;

/** Cairn's one item in the status bar: which space is active, and how it stands. */
export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  #soon: NodeJS.Timeout | undefined;
  #shown: SyncStatus | undefined;

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
    const text = textOf(status);
    const label = spoken(status);
    if (this.#item.text !== text) this.#item.text = text;
    if (this.#item.accessibilityInformation?.label !== label)
      this.#item.accessibilityInformation = { label, role: 'button' };
    const isBad = kindOf(status) === 'attention';
    this.#item.backgroundColor = isBad ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.tooltip = tooltipOf(status);
    this.#item.show();
  }
}

/** Only links of our own run anything; names, remotes and paths are strangers' words and stay text. */
export function tooltipOf(status: SyncStatus): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const own = ownCommands(status);
  tooltip.isTrusted = { enabledCommands: own.map(([command]) => command) };
  const [name = '', ...rest] = paragraphs(status).map(asText);
  const links = own.map(([command, title]) => `[${asText(title)}](command:${command})`);
  return tooltip.appendMarkdown([`**${name}**`, ...rest, links.join(' · ')].join('\n\n'));
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
