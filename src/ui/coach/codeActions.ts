import * as vscode from 'vscode';
import { type Finding, fixesFor } from '../../coach/comment/index.ts';
import { commands } from '../ids.ts';
import { isBox } from './boxes.ts';
import type { EditorCoach } from './editorCoach.ts';
import { hasModels } from './models.ts';
import { mayUseModel } from './settings.ts';
import { withCaret } from './snippets.ts';
import { diagnosticOf, fixTitle, kindName, rangeOf } from './words.ts';

/** Quick fixes for what the coach found, and what can be done with the words that are selected. */
export class CoachActions implements vscode.CodeActionProvider, vscode.Disposable {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite],
  };
  readonly #coach: EditorCoach;

  constructor(coach: EditorCoach) {
    this.#coach = coach;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (!this.#coach.isCoached(document)) return [];
    const wants = (kind: vscode.CodeActionKind) => only === undefined || only.contains(kind);
    const actions: vscode.CodeAction[] = [];
    if (wants(vscode.CodeActionKind.QuickFix)) {
      const near = this.#coach
        .findings(document)
        .filter((finding) => rangeOf(document, finding).intersection(range) !== undefined);
      actions.push(...near.flatMap((finding) => fixActions(document, finding)));
      actions.push(...near.filter(isFirstOfKind).map((finding) => silenceAction(document, finding)));
    }
    if (wants(vscode.CodeActionKind.RefactorRewrite)) actions.push(...(await textActions(document, range)));
    return actions;
  }

  dispose(): void {}
}

const isFirstOfKind = ({ code }: Finding, at: number, all: Finding[]) =>
  all.findIndex((other) => other.code === code) === at;

function fixActions(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
  return fixesFor(document.getText(), finding).map((fix, at) => {
    const action = new vscode.CodeAction(fixTitle(fix), vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnosticOf(document, finding)];
    action.isPreferred = at === 0;
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(
      document.uri,
      withCaret(fix.edits, fix.caret).map(({ start, end, text, caret }) => {
        const place = new vscode.Range(document.positionAt(start), document.positionAt(end));
        if (caret === null) return vscode.TextEdit.replace(place, text);
        return vscode.SnippetTextEdit.replace(place, snippetOf(text, caret));
      }),
    );
    return action;
  });
}

/** The gaps that the writer fills, from the caret on, are selected one after the other. */
function snippetOf(text: string, caret: number): vscode.SnippetString {
  const snippet = new vscode.SnippetString().appendText(text.slice(0, caret));
  const [first = '', ...others] = text.slice(caret).split('…');
  if (first !== '' || others.length === 0) return snippet.appendTabstop(0).appendText(text.slice(caret));
  for (const [at, after] of others.entries()) snippet.appendPlaceholder('…', at + 1).appendText(after);
  return snippet;
}

function silenceAction(document: vscode.TextDocument, finding: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Do not show “{0}” again', kindName(finding.code));
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnosticOf(document, finding)];
  action.command = { title, command: commands.silenceFinding, arguments: [finding.code] };
  return action;
}

async function textActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions: vscode.CodeAction[] = [];
  const selected = document.getText(range).trim() !== '';
  const add = (title: string, command: string) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
    action.command = { title, command };
    actions.push(action);
  };
  const hasText = selected || (isBox(document) && document.getText().trim() !== '');
  if (hasText && mayUseModel() && (await hasModels()))
    add(vscode.l10n.t('Rephrase with the language model'), commands.rephrase);
  if (selected) add(vscode.l10n.t('Save as a remark of your own…'), commands.saveRemark);
  return actions;
}
