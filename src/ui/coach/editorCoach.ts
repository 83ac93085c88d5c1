import * as vscode from 'vscode';
import { coach, type Finding, readability, warmUp } from '../../coach/comment/index.ts';
import { settings } from '../ids.ts';
import { RemarkCompletions } from '../remarks/completions.ts';
import type { SignIn } from '../signIn.ts';
import type { Store } from '../store.ts';
import { coachedSelector, isBox } from './boxes.ts';
import { CoachActions } from './codeActions.ts';
import { CoachHovers } from './hovers.ts';
import { Praise } from './praise.ts';
import { Rounds } from './rounds.ts';
import { coachLevel, remindsOfPraise, silencedFindings } from './settings.ts';
import { diagnosticOf } from './words.ts';

export type EditorCoachParts = {
  store: Store;
  signIn: SignIn;
  /** Of the workspace: which rounds were reminded of praise. */
  memory: vscode.Memento;
  log: vscode.LogOutputChannel;
};

/** Why there are no findings. */
export type Silence =
  | 'off'
  | 'not-coached'
  | 'nothing-found'
  | Exclude<ReturnType<typeof readability>, 'words'>;

/** A document that the coach reads. */
type Coached = {
  document: vscode.TextDocument;
  timer?: NodeJS.Timeout;
  /** What was found, and in which text. */
  read?: { version: number; findings: Finding[] };
  /** An editor has shown it; boxes that none shows any more are gone, though their documents may stay. */
  hasBeenSeen: boolean;
};

/** How long nobody types before the text is read, in milliseconds: nothing jumps while somebody writes. */
const pause = 300;

/** Reads every comment box, and drafts on command, while they are written: underlines, quick fixes, hovers. */
export class EditorCoach implements vscode.Disposable {
  readonly #coached = new Map<string, Coached>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('cairn.coach');
  readonly #rounds: Rounds;
  readonly #praise: Praise;
  readonly #owned: vscode.Disposable[];

  constructor(parts: EditorCoachParts) {
    this.#rounds = new Rounds(parts);
    this.#praise = new Praise(parts.memory);
    const actions = new CoachActions(this);
    const completions = new RemarkCompletions((document) => this.isCoached(document), parts.log);
    this.#owned = [
      this.#diagnostics,
      this.#rounds,
      actions,
      vscode.workspace.onDidOpenTextDocument((document) => this.#meet(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#later(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#look()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const names = [settings.coachLevel, settings.coachSilenced];
        if (names.some((name) => event.affectsConfiguration(`cairn.${name}`))) this.#readAll();
      }),
      parts.store.onDidChange(() => {
        this.#rounds.forget();
        for (const coached of this.#coached.values()) coached.read = undefined;
      }),
      vscode.languages.registerCodeActionsProvider(coachedSelector, actions, CoachActions.metadata),
      vscode.languages.registerHoverProvider(coachedSelector, new CoachHovers(this)),
      vscode.languages.registerCompletionItemProvider(coachedSelector, completions, '(', ','),
    ];
    for (const document of vscode.workspace.textDocuments) this.#meet(document);
    this.#look();
    // Somebody has opened a box and types in a moment.
    const warm = setTimeout(warmUp, 50);
    this.#owned.push({ dispose: () => clearTimeout(warm) });
  }

  isCoached(document: vscode.TextDocument): boolean {
    return this.#coached.has(document.uri.toString());
  }

  /** Reads a draft from now on, or no longer. True when it is read. */
  toggle(document: vscode.TextDocument): boolean {
    if (this.isCoached(document)) this.#forget(document);
    else this.#add(document);
    return this.isCoached(document);
  }

  /** What is to be said about the text as it is now. */
  findings(document: vscode.TextDocument): Finding[] {
    const coached = this.#coached.get(document.uri.toString());
    if (!coached) return [];
    if (coached.read?.version !== document.version) {
      const findings = coach(document.getText(), {
        level: this.levelOf(document),
        silenced: silencedFindings(),
        threadsInRound: this.#rounds.threads(document),
      });
      coached.read = { version: document.version, findings };
    }
    return coached.read!.findings;
  }

  /** Who asks for a draft to be read wants to hear something; `off` is for what nobody asked for. */
  levelOf(document: vscode.TextDocument): ReturnType<typeof coachLevel> {
    const level = coachLevel();
    return level === 'off' && !isBox(document) ? 'light' : level;
  }

  /** Why nothing is said about a text in which nothing was found. */
  whySilent(document: vscode.TextDocument): Silence {
    if (!this.isCoached(document)) return 'not-coached';
    if (this.levelOf(document) === 'off') return 'off';
    const read = readability(document.getText());
    return read === 'words' ? 'nothing-found' : read;
  }

  dispose(): void {
    for (const { timer } of this.#coached.values()) clearTimeout(timer);
    this.#coached.clear();
    for (const one of this.#owned) one.dispose();
  }

  #meet(document: vscode.TextDocument): void {
    if (isBox(document)) this.#add(document);
  }

  #add(document: vscode.TextDocument): void {
    if (document.isClosed || this.isCoached(document)) return;
    this.#coached.set(document.uri.toString(), { document, hasBeenSeen: false });
    this.#later(document);
  }

  #forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#coached.get(key)?.timer);
    this.#coached.delete(key);
    this.#diagnostics.delete(document.uri);
    this.#rounds.forget(document);
  }

  /** Boxes come and go with the editors that show them. */
  #look(): void {
    const visible = new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
    for (const coached of this.#coached.values()) {
      const { document } = coached;
      if (!isBox(document)) continue;
      if (visible.has(document)) {
        if (!coached.hasBeenSeen) this.#later(document);
        coached.hasBeenSeen = true;
      } else if (coached.hasBeenSeen) {
        coached.hasBeenSeen = false;
        clearTimeout(coached.timer);
        this.#diagnostics.delete(document.uri);
      }
    }
  }

  #later(document: vscode.TextDocument): void {
    const coached = this.#coached.get(document.uri.toString());
    if (!coached) return;
    clearTimeout(coached.timer);
    coached.timer = setTimeout(() => this.#readNow(coached), pause);
  }

  #readAll(): void {
    for (const coached of this.#coached.values()) {
      coached.read = undefined;
      this.#readNow(coached);
    }
  }

  #readNow({ document }: Coached): void {
    if (document.isClosed) {
      this.#forget(document);
      return;
    }
    const findings = this.findings(document);
    this.#diagnostics.set(
      document.uri,
      findings.map((finding) => diagnosticOf(document, finding)),
    );
    if (remindsOfPraise() && isBox(document)) this.#praise.remind(document, this.#rounds.key(document));
  }
}
