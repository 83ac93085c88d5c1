import * as vscode from 'vscode';
import type { KnowledgeNote } from '../../model/mentorship.ts';
import { offersOf, tooltipOf, whatWords } from './words.ts';

/** A note in a document. `line` is 1-based, `null` where its code is no longer there. */
export type Marked = { note: KnowledgeNote; line: number | null; isMine: boolean };

/** Signs of a note that stand behind the code. */
const besideCode = 40;
/** Notes that one hover shows. */
const mostInHover = 5;

/** As quiet as what VS Code itself puts above code; a remark on the line opens below it, so the two never mix. */
export const markType = (): vscode.TextEditorDecorationType =>
  vscode.window.createTextEditorDecorationType({
    after: {
      color: new vscode.ThemeColor('editorCodeLens.foreground'),
      margin: '0 0 0 3em',
      fontStyle: 'italic',
    },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

/** One mark behind each line that has notes; behind the first one for those whose code is gone. */
export function decorationsFor(
  found: readonly Marked[],
  document: vscode.TextDocument,
): vscode.DecorationOptions[] {
  const lines = new Map<string, { line: number; isOutdated: boolean; notes: Marked[] }>();
  for (const one of found) {
    const isOutdated = one.line === null;
    const line = Math.min(one.line ?? 1, document.lineCount);
    const key = `${line} ${isOutdated}`;
    const there = lines.get(key) ?? { line, isOutdated, notes: [] };
    lines.set(key, there);
    there.notes.push(one);
  }
  return [...lines.values()].map(({ line, isOutdated, notes }) => {
    const { end } = document.lineAt(line - 1).range;
    const hovers = notes.slice(0, mostInHover).flatMap(({ note, isMine }) => {
      const offers = offersOf(note, isMine);
      return [tooltipOf(note, { isOutdated }), ...(offers ? [offers] : [])];
    });
    return {
      range: new vscode.Range(end, end),
      hoverMessage: hovers,
      renderOptions: { after: { contentText: markWords(notes, isOutdated) } },
    };
  });
}

function markWords(notes: readonly Marked[], isOutdated: boolean): string {
  const said = whatWords(notes[0]!.note, besideCode);
  const more = notes.length > 1 ? ` (+${notes.length - 1})` : '';
  return isOutdated
    ? vscode.l10n.t('known once, its code is gone: {0}', said + more)
    : vscode.l10n.t('good to know: {0}', said + more);
}
