import * as vscode from 'vscode';
import { reasons } from '../../coach/comment/reasons.ts';
import { commands } from '../ids.ts';
import type { EditorCoach } from './editorCoach.ts';
import { kindName, rangeOf, whyOf } from './words.ts';

/** Says why the coach has underlined something, where that is known from, and how to hear no more of it. */
export class CoachHovers implements vscode.HoverProvider {
  readonly #coach: EditorCoach;

  constructor(coach: EditorCoach) {
    this.#coach = coach;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const here = this.#coach
      .findings(document)
      .filter((finding) => rangeOf(document, finding).contains(position));
    const first = here[0];
    if (!first) return undefined;
    const codes = [...new Set(here.map(({ code }) => code))];
    // All of these words are Cairn's own; nothing of the comment is in them.
    const texts = codes.map((code) => {
      const { source } = reasons[code];
      const silence = encodeURIComponent(JSON.stringify([code]));
      const text = new vscode.MarkdownString(
        `${whyOf(code)} ([${source.title}](${source.url}))\n\n` +
          `[${vscode.l10n.t('Do not show “{0}” again', kindName(code))}](command:${commands.silenceFinding}?${silence})`,
      );
      text.isTrusted = { enabledCommands: [commands.silenceFinding] };
      return text;
    });
    return new vscode.Hover(texts, rangeOf(document, first));
  }
}
