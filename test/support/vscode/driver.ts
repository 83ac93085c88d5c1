import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { VSCodeServer } from './server.ts';

/** Drives an open workbench as a person does: by the palette, by clicks and by keys. */
export class Driver {
  readonly page: Page;
  readonly #server: VSCodeServer;

  constructor(page: Page, server: VSCodeServer) {
    this.page = page;
    this.#server = server;
  }

  /** Runs a command by its full title (`Cairn: Pull Feedback`) from the palette. */
  async runCommand(title: string): Promise<void> {
    const entry = this.entries.filter({ has: this.page.getByText(title, { exact: true }) }).first();
    // A page that has just opened may swallow the first key, or close the palette when a view takes the focus.
    await this.#until(async () => {
      await this.page.keyboard.press('F1');
      await this.#input.waitFor({ timeout: 3000 });
      await this.#input.fill(`>${title}`, { timeout: 3000 });
      await entry.click({ timeout: 8000 });
    });
    await this.#gone(`>${title}`);
  }

  /** Types an answer into the input box that is open (or about to open), and accepts it. */
  async answer(text: string): Promise<void> {
    // The same widget shows lists of choices: one that is about to close is not meant.
    const box = '.quick-input-widget:visible:not(:has(.quick-input-list:visible)) .quick-input-box input';
    await this.page.locator(box).fill(text);
    await this.page.keyboard.press('Enter');
    // A box that refuses the answer stays, and that may be what a test is after.
    if (text) await this.#gone(text, 1000).catch(() => {});
  }

  /** Chooses the entry of the open quick pick that contains the text; of a multiple choice, ticks each and accepts. */
  async pick(...texts: string[]): Promise<void> {
    let isMultiple = false;
    // A hover over what the mouse rests on may lie over the rows.
    await this.page.mouse.move(0, 0);
    for (const text of texts) {
      const entry = this.entries.filter({ hasText: text }).first();
      await entry.waitFor();
      isMultiple = (await entry.locator('.monaco-checkbox').count()) > 0;
      const isTicked = isMultiple && (await entry.getAttribute('aria-checked')) === 'true';
      if (!isTicked) await (isMultiple ? entry.locator('.monaco-checkbox').first() : entry).click();
    }
    if (isMultiple)
      await this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  }

  /** Names the file in the dialog for saving, which lists the folder first and may take nothing before it has. */
  async saveAs(file: string): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget:visible');
    await this.#until(async () => {
      if (!(await dialog.isVisible()) && existsSync(file)) return;
      await this.#input.fill(file, { timeout: 15_000 });
      await this.entries.first().waitFor({ timeout: 5000 });
      await dialog.getByRole('button', { name: 'OK' }).click({ timeout: 5000 });
      await dialog.waitFor({ state: 'hidden', timeout: 5000 });
    });
  }

  /** Presses a button of the open dialog and waits until that dialog is gone: another one may follow at once. */
  async pressInDialog(name: string): Promise<void> {
    const button = this.page.locator('.monaco-dialog-box').getByRole('button', { name, exact: true });
    const pressed = await button.elementHandle();
    await button.click();
    await pressed?.waitForElementState('hidden');
  }

  /** The entries of the open quick pick. */
  get entries(): Locator {
    return this.page.locator('.quick-input-widget .monaco-list-row');
  }

  /** Shows Cairn's views in the side bar. */
  async openCairn(): Promise<void> {
    const header = this.page.locator('.pane-header[aria-label^="Feedback"]');
    const tab = this.page
      .getByRole('tab', { name: 'Cairn' })
      .or(this.page.locator('.activitybar [aria-label^="Cairn"]'));
    await this.#until(async () => {
      if (!(await header.isVisible())) await tab.first().click({ timeout: 5000 });
      await header.waitFor({ timeout: 5000 });
    });
  }

  /** Folds a view of the side bar, where it is open: what stands below the others takes their room. */
  async foldView(title: string): Promise<void> {
    const header = this.page.locator(`.pane-header[aria-label^="${title}"]`);
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  }

  /** Rests the mouse on a row until its hover is there: a row that is drawn anew takes away what hovers over it. */
  async hover(row: Locator, hover: Locator): Promise<void> {
    await this.#until(async () => {
      await this.page.mouse.move(700, 500);
      await row.hover();
      await hover.waitFor({ timeout: 8000 });
    }, 6);
  }

  /** A view of the side bar by its title. */
  view(title: string): Locator {
    return this.page
      .locator('.pane')
      .filter({ has: this.page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  /** The first row of a tree view that contains the text. */
  row(viewTitle: string, text: string | RegExp): Locator {
    return this.view(viewTitle).locator('.monaco-list-row').filter({ hasText: text }).first();
  }

  /** Selects a row and leaves the keyboard's focus on it, without a click on its inline icons. */
  async select(row: Locator): Promise<void> {
    await row.locator('.monaco-icon-label').first().click();
    await row.and(this.page.locator('.focused')).waitFor();
  }

  /** Inside of the goal tracker's page. */
  goalsFrame(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** What the notifications say; they are never shown by themselves in this VS Code. */
  async notifications(): Promise<string[]> {
    await this.runCommand('Notifications: Show Notifications');
    const center = this.page.locator('.notifications-center');
    await center.waitFor();
    const texts = await center.locator('.notification-list-item-message').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return texts;
  }

  /** Changes settings of the machine while VS Code runs. They reach the extension host a moment later. */
  async setSettings(settings: Record<string, unknown>): Promise<void> {
    const file = join(this.#server.dataDir, 'data', 'Machine', 'settings.json');
    const before = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...before, ...settings }, null, 2));
  }

  /** Changes the colour theme (`Light 2026`, `Dark 2026`, `Default High Contrast`, …) and waits until it is drawn. */
  async setTheme(name: string): Promise<void> {
    await this.setSettings({ 'workbench.colorTheme': name });
    const kind = /High Contrast Light/.test(name)
      ? 'hc-light'
      : /Contrast/.test(name)
        ? 'hc-black'
        : themeClass(name);
    await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
  }

  get #input(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /** Waits until the quick input is closed or holds something else than this. */
  async #gone(text: string, timeout = 20_000): Promise<void> {
    const expression = `(text) => ![...document.querySelectorAll('.quick-input-widget .quick-input-box input')]
      .some((input) => input.value === text && input.checkVisibility())`;
    await this.page.waitForFunction(`(${expression})(${JSON.stringify(text)})`, undefined, { timeout });
  }

  async #until(act: () => Promise<void>, times = 10): Promise<void> {
    for (let left = times; ; left--) {
      try {
        return await act();
      } catch (error) {
        if (left <= 1) throw error;
      }
    }
  }
}

function themeClass(name: string): string {
  return /dark/i.test(name) ? 'vs-dark' : 'vs';
}
