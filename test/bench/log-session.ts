import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../support/run/stage.ts';
import { launchBrowser, openWorkbench } from '../support/vscode/browser.ts';
import { progress } from '../support/vscode/cache.ts';
import { Driver } from '../support/vscode/driver.ts';
import { run } from '../support/vscode/npm.ts';
import { startServer } from '../support/vscode/server.ts';

/** So much later than an empty input the first row of a session may be there, in milliseconds. */
const bound = 50;

/** What a page shows, as an expression: the words of the chosen entry, of the title, and of the line below the box. */
const shown = {
  chosen: `document.querySelector('.quick-input-widget .monaco-list-row.focused')?.textContent ?? ''`,
  message: `document.querySelector('.quick-input-widget .quick-input-message')?.textContent ?? ''`,
  placeholder: `document.querySelector('.quick-input-widget .quick-input-box input')?.placeholder ?? ''`,
};
type Sign = { where: keyof typeof shown; words: string };
const empty: Sign[] = [{ where: 'placeholder', words: 'Nothing asked' }];
const firstRow: Sign[] = [{ where: 'placeholder', words: 'Retries |' }];
const allAsked: Sign[] = [
  { where: 'placeholder', words: 'With whom' },
  { where: 'placeholder', words: 'How long' },
  { where: 'message', words: 'Row 1' },
];

/**
 * Milliseconds from the palette's Enter to the first row of a session, against a command of another extension that only
 * opens an empty input: in turn, in one VS Code, medians (argument: how often). `moreMs` is the median of what each pair
 * differs by, for a machine that does other things, too, is slow for both of a pair. `allAskedMs` is the sum of the waits on the
 * longer way over kind, who and how long, without what a person takes for each key.
 */
export default async function logSession([count = '20']: string[]) {
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: root });
  const folder = await mkdtemp(join(tmpdir(), 'cairn-log-session-'));
  const server = await startServer({
    settings: { 'cairn.dataFolder': join(folder, 'data') },
    prepare: async (dataDir) => {
      await mkdir(join(dataDir, 'extensions'), { recursive: true });
      await cp(
        join(root, 'test', 'bench', 'emptyInput'),
        join(dataDir, 'extensions', 'bench.empty-input-1.0.0'),
        {
          recursive: true,
        },
      );
    },
  });
  const browser = await launchBrowser();
  try {
    const { page, close } = await openWorkbench(server, { folder, extension: root }, browser);
    page.setDefaultTimeout(60_000);
    await new Driver(page, server).openCairn();
    await logFirst(page);
    const [emptyMs, rowMs, allAskedMs]: number[][] = [[], [], []];
    // The first of each loads what the others find loaded.
    for (let turn = -1; turn < Number(count); turn++) {
      progress(`${turn + 1} of ${count} …`);
      const measureEmpty = () => measure(page, 'Bench: Open an Empty Input', empty);
      // Each comes first as often as the other.
      const early = turn % 2 === 0 ? await measureEmpty() : undefined;
      const other = await measure(page, 'Cairn: Log Session', firstRow);
      const one = early ?? (await measureEmpty());
      const long = await measure(page, 'Cairn: Log Session', allAsked, 'Check-in');
      if (turn < 0) continue;
      emptyMs!.push(sum(one));
      rowMs!.push(sum(other));
      allAskedMs!.push(sum(long));
    }
    await close();
    const [emptyMedian, rowMedian] = [median(emptyMs!), median(rowMs!)];
    const moreMs = median(rowMs!.map((ms, at) => round(ms - emptyMs![at]!)));
    const spread = { emptyMs: range(emptyMs!), rowMs: range(rowMs!) };
    return {
      ...{ moreMs, bound, emptyMs: emptyMedian, rowMs: rowMedian },
      ...{ allAskedMs: median(allAskedMs!), spread },
      ok: moreMs <= bound,
    };
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A first session by hand, after which there is somebody who is usual. */
async function logFirst(page: Page): Promise<void> {
  await palette(page, 'Cairn: Log Session');
  await page.keyboard.press('Enter');
  await isShown(page, { where: 'chosen', words: 'Check-in' });
  await page.keyboard.press('Enter');
  await isShown(page, { where: 'placeholder', words: 'With whom' });
  await page.keyboard.type('theo');
  await isShown(page, { where: 'chosen', words: 'With theo' });
  await page.keyboard.press('Enter');
  await isShown(page, { where: 'placeholder', words: 'How long' });
  await page.keyboard.press('Enter');
  await isShown(page, { where: 'message', words: 'Row 1' });
  await page.keyboard.press('Enter');
  await page.locator('.statusbar').getByText('Logged:').first().waitFor();
}

/** Runs a command and presses Enter at each sign but the last: the waits for each, in milliseconds. */
async function measure(page: Page, command: string, signs: Sign[], choice?: string): Promise<number[]> {
  await palette(page, command);
  const waits: number[] = [];
  if (choice !== undefined) {
    for (const sign of [firstRow[0]!, { where: 'chosen', words: 'as usual' } as const])
      waits.push(await wait(page, sign));
    await page.keyboard.press('ArrowDown');
    await isShown(page, { where: 'chosen', words: choice });
  }
  for (const sign of signs) waits.push(await wait(page, sign));
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  return waits;
}

/** Presses Enter: how long from the key until the sign is there. */
async function wait(page: Page, sign: Sign): Promise<number> {
  await page.evaluate(`(() => {
    let pressed;
    const isThere = () => (${shown[sign.where]}).includes(${JSON.stringify(sign.words)});
    window.cairnWaited = new Promise((done) => {
      addEventListener('keydown', () => { pressed = performance.now(); }, { capture: true, once: true });
      const look = () => {
        if (pressed === undefined || !isThere()) return;
        seen.disconnect();
        done(performance.now() - pressed);
      };
      const seen = new MutationObserver(look);
      seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  })()`);
  await page.keyboard.press('Enter');
  return page.evaluate<number>('window.cairnWaited');
}

async function palette(page: Page, command: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  for (let left = 10; ; left--) {
    try {
      await page.keyboard.press('F1');
      await input.waitFor({ timeout: 3000 });
      await input.fill(`>${command}`, { timeout: 3000 });
      await page
        .locator('.quick-input-widget .monaco-list-row.focused')
        .filter({ hasText: command })
        .waitFor({ timeout: 8000 });
      return;
    } catch (error) {
      if (left <= 1) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

async function isShown(page: Page, { where, words }: Sign): Promise<void> {
  await page.waitForFunction(`(${shown[where]}).includes(${JSON.stringify(words)})`);
}

const round = (ms: number) => Math.round(ms * 10) / 10;
const sum = (numbers: number[]) => round(numbers.reduce((total, number) => total + number, 0));
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
const range = (numbers: number[]) => [Math.min(...numbers), Math.max(...numbers)];
