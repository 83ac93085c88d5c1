import * as vscode from 'vscode';
import { type Report, reportOf, sectionIds } from '../../growth/report/index.ts';
import { CairnError } from '../../model/errors.ts';
import { html } from '../webview/html.ts';
import { cut, read } from '../webview/read.ts';
import { wordsFor } from '../words/errors.ts';
import { languageTag } from '../words/language.ts';
import { ReportChoice } from './choice.ts';
import { gather, type ReportParts, type ReportRequest } from './gather.ts';
import { frame, reportView } from './pageState.ts';
import {
  type Act,
  type HostMessage,
  type PageMessage,
  type PreviewState,
  pageMessageSchema,
} from './protocol.ts';
import { reportWords } from './words.ts';
import { askFile, type Format, openFile, textOf, writeText } from './write.ts';

type Parts = ReportParts & { extensionUri: vscode.Uri };

/** A report as it will be, in which anything can be taken out before it is saved. */
export class ReportPreview implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #request: ReportRequest;
  readonly #panel: vscode.WebviewPanel;
  readonly #words = reportWords(vscode, languageTag());
  readonly #left = new AbortController();
  #report: Report | undefined;
  #choice: ReportChoice | undefined;
  #notice: PreviewState['notice'] = null;
  #saved: { file: vscode.Uri; format: Format } | undefined;
  #isReady = false;
  #building: Promise<void> | undefined;
  /** Of which space the report is, and what was private there when it was read. */
  #read: { folder: string | undefined; isPrivate: ReadonlySet<string> } | undefined;

  constructor(parts: Parts, request: ReportRequest) {
    this.#parts = parts;
    this.#request = request;
    const folder = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview');
    this.#panel = vscode.window.createWebviewPanel(
      'cairn.report',
      vscode.l10n.t('Report'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        localResourceRoots: [folder],
      },
    );
    const { webview } = this.#panel;
    webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    this.#panel.onDidChangeViewState(() => {
      if (!this.#panel.visible) this.#isReady = false;
    });
    const watch = parts.store.onDidChange(() => {
      if (this.#report && this.#isTelling) void this.#build();
    });
    this.#panel.onDidDispose(() => {
      watch.dispose();
      this.#left.abort();
    });
    webview.html = html(webview, folder, 'report');
    void this.#build();
  }

  /**
   * The whole is read once: what is chosen stays chosen while others work on. Only where something is made private
   * meanwhile it is read again, and nothing is saved before.
   */
  #build(): Promise<void> {
    this.#building ??= this.#gather().finally(() => {
      this.#building = undefined;
    });
    return this.#building;
  }

  async #gather(): Promise<void> {
    this.#notice = null;
    try {
      do {
        this.#report = undefined;
        this.#draw();
        const { space, records } = this.#parts.store;
        this.#read = { folder: space?.folder, isPrivate: new Set(records.isPrivate) };
        const input = await gather(this.#parts, this.#request, this.#left.signal);
        this.#report = reportOf(input, this.#words);
        this.#choice = new ReportChoice(this.#report, this.#words.somebody, this.#choice);
      } while (this.#isTelling);
    } catch (error) {
      if (this.#left.signal.aborted) return;
      this.#fail(error, [{ act: 'again', label: vscode.l10n.t('Try Again') }]);
    }
    this.#draw();
  }

  /** Whether something is private by now that was not when the report was read. */
  get #isTelling(): boolean {
    const { space, records } = this.#parts.store;
    if (!this.#read || this.#read.folder !== space?.folder) return false;
    const { isPrivate } = this.#read;
    return [...records.isPrivate].some((id) => !isPrivate.has(id));
  }

  /** Waits until nothing is in it that is private by now and was not. */
  async #upToDate(): Promise<void> {
    await this.#building;
    if (this.#isTelling) await this.#build();
  }

  #draw(): void {
    if (!this.#isReady || this.#left.signal.aborted) return;
    const report = this.#report && this.#choice ? reportView(this.#report, this.#choice, this.#words) : null;
    const message: HostMessage = {
      type: 'state',
      state: { ...frame(this.#words), report, notice: this.#notice },
    };
    void this.#panel.webview.postMessage(message);
  }

  #receive(raw: unknown): void {
    const result = read<PageMessage>(pageMessageSchema, raw);
    if ('problem' in result) {
      this.#parts.log.warn(`Report: ${result.problem}`);
      return;
    }
    const { message } = result;
    if (message.type === 'failed') this.#parts.log.error(`Report, in the page: ${message.message}`);
    else if (message.type === 'act') void this.#act(message.act);
    else {
      this.#isReady = true;
      this.#draw();
    }
  }

  async #act(act: Act): Promise<void> {
    try {
      await this.#perform(act);
    } catch (error) {
      this.#fail(error, [{ act: 'showLog', label: vscode.l10n.t('Show Log') }]);
    }
    this.#draw();
  }

  async #perform(act: Act): Promise<void> {
    if (act.act === 'again') return this.#build();
    if (act.act === 'showLog') return this.#parts.log.show();
    if (act.act === 'open') return this.#saved && openFile(this.#saved.file, this.#saved.format);
    if (!this.#report || !this.#choice) return;
    if (act.act === 'put') {
      if (act.what === 'section' || act.id === 'private') {
        const section = sectionIds.find((id) => id === act.id);
        if (section) this.#choice.putSection(section, act.isIn);
      } else {
        this.#choice.put(act.id, act.isIn);
        if (act.id === 'closedNames' && act.isIn) this.#choice.put('names', true);
      }
      return;
    }
    await this.#upToDate();
    if (!this.#report) return;
    if (act.act === 'copy') {
      await vscode.env.clipboard.writeText(textOf(this.#choice.chosen(), 'markdown', this.#words));
      this.#notice = { kind: 'done', text: vscode.l10n.t('Copied, as Markdown.'), offers: [] };
      return;
    }
    await this.#save(act.act === 'saveHtml' ? 'html' : 'markdown');
  }

  async #save(format: Format): Promise<void> {
    const mentee = (this.#report?.mentee ?? '').replace(/[^\p{L}\p{N}._-]+/gu, ' ').slice(0, 60);
    const name = `${mentee || 'cairn'} ${new Date().toISOString().slice(0, 10)}`;
    const file = await askFile(name, format);
    await this.#upToDate();
    if (!file || !this.#report || !this.#choice) return;
    await writeText(file, textOf(this.#choice.chosen(), format, this.#words));
    this.#saved = { file, format };
    const text = vscode.l10n.t('Saved: {0}', file.fsPath);
    this.#notice = { kind: 'done', text: cut(text), offers: [{ act: 'open', label: vscode.l10n.t('Open') }] };
  }

  #fail(error: unknown, offers: NonNullable<PreviewState['notice']>['offers']): void {
    if (!(error instanceof CairnError)) this.#parts.log.error(error instanceof Error ? error : String(error));
    this.#notice = { kind: 'problem', text: cut(wordsFor(error)), offers };
  }

  dispose(): void {
    this.#panel.dispose();
  }
}
