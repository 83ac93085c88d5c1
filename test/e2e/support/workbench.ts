import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { root, type Stage, setStage, type WorldOptions } from '../../support/run/stage.ts';
import { sampleMentee } from '../../support/sample/sample.ts';
import { launchBrowser, openWorkbench, type WorkbenchOptions } from '../../support/vscode/browser.ts';
import { Driver } from '../../support/vscode/driver.ts';
import type { ServerOptions } from '../../support/vscode/server.ts';

const screenshots = join(root, 'test', 'e2e', 'screenshots');

/** How Cairn is started for a suite. */
export interface CairnOptions extends WorldOptions, ServerOptions {
  size?: [number, number];
  headed?: boolean;
  /** False where a VSIX is installed instead of the extension under development. */
  development?: boolean;
}

/** A real VS Code with Cairn in it, a GitHub beside it, and a person's hands. */
export class CairnWorkbench extends Driver {
  readonly stage: Stage;
  readonly #close: () => Promise<void>;

  constructor(stage: Stage, page: Driver['page'], close: () => Promise<void>) {
    super(page, stage.vscode);
    this.stage = stage;
    this.#close = close;
  }

  /** Signs in with a token that the GitHub server takes for the mentee's, as a person types it. Cairn is shown. */
  async signIn(login: string = sampleMentee): Promise<void> {
    const invitation = this.view('Feedback').getByRole('button', { name: 'Sign In to GitHub' });
    await invitation.waitFor();
    await this.runCommand('Cairn: Sign In with a Token');
    await this.answer(`token-for-${login}`);
    await invitation.waitFor({ state: 'hidden' });
  }

  /** Saves what the window shows, for people to look at. Returns the file. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshots, { recursive: true });
    const path = join(screenshots, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** Fails with a readable list when axe finds something to complain about inside of the goal tracker. */
  checkGoalsAccessibility(): Promise<void> {
    return this.checkAccessibility('iframe.webview.ready');
  }

  /** The same inside of the page that this selects. */
  async checkAccessibility(webview: string): Promise<void> {
    const inside = [webview, 'iframe#active-frame', 'body'];
    const { violations, passes } = await new AxeBuilder({ page: this.page }).include(inside).analyze();
    assert.ok(passes.length > 0, 'axe has looked at nothing');
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((n) => n.html).join(' | ')})`,
    );
    assert.deepEqual(found, []);
  }

  /** Closes the window, VS Code and the GitHub server. */
  async close(): Promise<void> {
    windows.delete(this);
    await this.#close();
    await this.stage.close();
  }
}

let browser: Promise<Browser> | undefined;
const windows = new Set<CairnWorkbench>();

/** What the windows of a suite show, in words: where a test has failed on a machine that nobody can look at. */
export async function whatIsShown(): Promise<string> {
  const shown: string[] = [];
  for (const window of windows) {
    const { page } = window;
    await window.screenshot(`failed-${shown.length}`).catch(() => {});
    const texts = (selector: string) => page.locator(selector).allInnerTexts();
    const parts = [
      '.tab',
      '.review-widget',
      '.notification-toast',
      '.quick-input-widget:visible',
      '.monaco-dialog-box',
    ];
    parts.push('.pane .message');
    for (const part of parts) shown.push(`${part}: ${JSON.stringify(await texts(part))}`);
  }
  return shown.join('\n');
}

/** Starts VS Code with Cairn on the sample (or what the options say) and opens it. */
export async function startCairn(options: CairnOptions = {}): Promise<CairnWorkbench> {
  const stage = await setStage(options);
  try {
    browser ??= launchBrowser(options.headed);
    const opened: WorkbenchOptions = { folder: stage.folder, size: options.size, headed: options.headed };
    if (options.development !== false) opened.extension = root;
    const { page, close } = await openWorkbench(stage.vscode, opened, await browser);
    page.setDefaultTimeout(process.env.CI ? 45_000 : 20_000);
    const workbench = new CairnWorkbench(stage, page, close);
    windows.add(workbench);
    return workbench;
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** Ends the browser that the suites share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
