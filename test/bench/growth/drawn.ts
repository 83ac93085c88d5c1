import { launchBrowser } from '../../support/vscode/browser.ts';
import { progress } from '../../support/vscode/cache.ts';
import { fiveYears } from './fiveYears.ts';
import { around, panelHarness } from './panelHarness.ts';

/** Milliseconds from the page's ready message until it is drawn. */
const bound = 300;

/**
 * The growth panel with five years of data in a real browser, from the page's ready message over the extension's
 * answer to the second frame after all is built. `hostMs` is the counting, which the extension does while the page is
 * loading; `cpuMs` what the page's main thread
 * worked, which says more than the wall clock where others work on the same machine. Medians of `runs`.
 */
export default async function drawn([pieces = '8000', runs = '7']: string[]) {
  const harness = await panelHarness();
  const browser = await launchBrowser();
  try {
    const input = { ...fiveYears(Number(pieces)), ...around };
    const hostMs: number[] = [];
    const drawnMs: number[] = [];
    const cpuMs: number[] = [];
    const bytes: number[] = [];
    for (let run = 0; run < Number(runs); run++) {
      progress(`${pieces} pieces of feedback, page ${run + 1} …`);
      const page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage();
      const failures: string[] = [];
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
      const worked = async () => {
        const { metrics } = await cdp.send('Performance.getMetrics');
        return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
      };
      page.on('pageerror', ({ message }) => failures.push(message));
      // The extension counts while the page is loading, and answers with what it has.
      const before = performance.now();
      const state = harness.panelState(input);
      hostMs.push(performance.now() - before);
      const text = JSON.stringify(state);
      bytes.push(text.length);
      await page.exposeFunction('stateNow', () => text);
      await page.setContent(`<!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none';
        style-src 'unsafe-inline'; script-src 'unsafe-inline'"></head><body><script>
        window.said = [];
        window.drawn = new Promise((done) => {
          window.acquireVsCodeApi = () => ({
            getState: () => undefined,
            setState: () => {},
            postMessage: async ({ type, message }) => {
              if (type !== 'ready') return window.said.push(message);
              const start = performance.now();
              const state = JSON.parse(await window.stateNow());
              window.addEventListener('message', () => {
                requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
              }, { once: true });
              window.postMessage({ type: 'state', state }, '*');
            },
          });
        });
      </script></body></html>`);
      await page.addStyleTag({ content: harness.style });
      const idle = await worked();
      await page.addScriptTag({ content: harness.script, type: 'module' });
      drawnMs.push(await page.evaluate<number>('window.drawn'));
      cpuMs.push((await worked()) - idle);
      const said = await page.evaluate<string[]>('window.said');
      const charts = await page.locator('svg.chart').count();
      if (said.length + failures.length > 0 || charts < 10)
        throw new Error(`The page failed: ${[...said, ...failures, `${charts} charts`].join('; ')}`);
      await page.context().close();
    }
    const drawnMedian = median(drawnMs);
    return {
      ...{
        drawnMs: drawnMedian,
        cpuMs: median(cpuMs),
        hostMs: median(hostMs),
        all: drawnMs.map(Math.round),
        bytes: bytes[0],
      },
      ...{ pieces: Number(pieces), bound, ok: drawnMedian <= bound },
    };
  } finally {
    await browser.close();
    await harness.close();
  }
}

const median = (values: number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]! * 10) / 10;
