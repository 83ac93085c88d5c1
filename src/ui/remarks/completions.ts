import * as vscode from 'vscode';
import { decorations, labels } from '../../coach/comment/labels.ts';
import { ownDecorations } from '../coach/settings.ts';
import { readRemarks } from './file.ts';
import { placeIn } from './place.ts';
import { firstLine, type Remark } from './remarks.ts';
import { decorationMeaning, labelMeaning } from './words.ts';

const names = labels.map(({ name }) => name);
/** More are no list to choose from. */
const most = 500;
/** How many of the labels the convention has for everybody; the others are optional. */
const mostUsed = 9;

/** Completions while a comment is written: labels at its start, decorations behind them, saved remarks anywhere. */
export class RemarkCompletions implements vscode.CompletionItemProvider {
  readonly #isMeant: (document: vscode.TextDocument) => boolean;
  readonly #log: vscode.LogOutputChannel;

  constructor(isMeant: (document: vscode.TextDocument) => boolean, log: vscode.LogOutputChannel) {
    this.#isMeant = isMeant;
    this.#log = log;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): Promise<vscode.CompletionItem[]> {
    if (!this.#isMeant(document)) return [];
    const text = document.getText();
    const place = placeIn(text, document.offsetAt(position), names);
    const range = new vscode.Range(document.positionAt(place.start), position);
    if (place.kind === 'decoration') return decorationItems(range, place.given);
    // A parenthesis in the midst of words asks for nothing.
    if (triggerCharacter !== undefined) return [];
    const remarks = (await this.#remarks()).slice(0, most);
    const items = remarks.map((remark, at) => remarkItem(remark, range, at));
    return place.kind === 'label'
      ? [...labelItems(range, text.slice(document.offsetAt(position))), ...items]
      : items;
  }

  async #remarks(): Promise<Remark[]> {
    try {
      return await readRemarks();
    } catch (error) {
      // Who completes a label wants no failure; the commands of the remarks tell it.
      this.#log.warn(error instanceof Error ? error.message : String(error));
      return [];
    }
  }
}

/** @param rest what stands behind the caret: a colon that is there is not written twice */
function labelItems(range: vscode.Range, rest: string): vscode.CompletionItem[] {
  const isOpen = !/^[\w-]*\** ?[(:]/.test(rest.slice(0, 80));
  return labels.map(({ name }, at) => {
    const label = { label: name, description: labelMeaning(name) };
    const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Keyword);
    item.insertText = isOpen ? `${name}: ` : name;
    item.range = range;
    // A list shows twelve: one's own remarks stand before the labels that few use.
    item.sortText = `${at < mostUsed ? 0 : 2}${String(at).padStart(4, '0')}`;
    return item;
  });
}

function decorationItems(range: vscode.Range, given: readonly string[]): vscode.CompletionItem[] {
  const standard = decorations.map(({ name }) => name as string);
  const own = ownDecorations().filter((name) => !standard.includes(name));
  return [...standard, ...new Set(own)]
    .filter((name) => !given.includes(name.toLowerCase()))
    .map((name, at) => {
      const description = decorationMeaning(name) ?? vscode.l10n.t('Your own decoration');
      const item = new vscode.CompletionItem(
        { label: name, description },
        vscode.CompletionItemKind.EnumMember,
      );
      item.insertText = name;
      item.range = range;
      item.sortText = String(at).padStart(4, '0');
      return item;
    });
}

function remarkItem({ topic, text }: Remark, range: vscode.Range, at: number): vscode.CompletionItem {
  const label = { label: firstLine(text), description: topic };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Snippet);
  item.insertText = text;
  // A plain string is shown as it is: what stands in the file is nobody's Markdown here.
  item.documentation = text;
  item.detail = vscode.l10n.t('Saved remark');
  item.filterText = `${topic} ${text.slice(0, 300)}`;
  item.range = range;
  item.sortText = `1${String(at).padStart(4, '0')}`;
  return item;
}
