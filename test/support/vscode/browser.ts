import { chromium, type Page, type Browser as PlaywrightBrowser } from 'playwright-core';
import { findBrowser } from './chromium.ts';
import type { VSCodeServer } from './server.ts';

/** What the workbench opens. Paths are absolute. */
export interface WorkbenchOptions {
  /** A folder, or a .code-workspace file. */
  folder?: string;
  /** The extension under development; a server loads one at most. */
  extension?: string;
  /** A module whose `run()` is called in the extension host as soon as it has started. */
  tests?: string;
  /** More entries of the workbench's start payload. */
  payload?: [string, string][];
  /** `[width, height]` in CSS pixels. */
  size?: [number, number];
  headed?: boolean;
  /** Called for each line that the extension host writes to its console. */
  onLog?: (line: string) => void;
}

/** An open workbench. */
export interface Workbench {
  page: Page;
  /** Resolves to the exit code of the extension host's tests. */
  testsEnded: Promise<number>;
  close(): Promise<void>;
}

const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  ...['--disable-sync', '--disable-dev-shm-usage'],
];

/** The address at which a server shows the workbench with the given extension, tests and folder. */
export function workbenchUrl(server: VSCodeServer, options: WorkbenchOptions): string {
  const remote = (path: string) => `vscode-remote://${server.authority}${encodeURI(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true'], ...(options.payload ?? [])];
  if (options.extension) payload.push(['extensionDevelopmentPath', remote(options.extension)]);
  if (options.tests) payload.push(['extensionTestsPath', remote(options.tests)]);
  const url = new URL(server.url);
  if (options.folder?.endsWith('.code-workspace')) url.searchParams.set('workspace', options.folder);
  else if (options.folder) url.searchParams.set('folder', options.folder);
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Starts a browser for workbenches. Each one opened in it has a profile of its own. */
export async function launchBrowser(headed = false): Promise<PlaywrightBrowser> {
  const { executable, env } = await findBrowser();
  return chromium.launch({
    executablePath: executable,
    args: quiet,
    headless: !headed,
    env: { ...(process.env as Record<string, string>), ...(env as Record<string, string>) },
  });
}

/** Opens the workbench of a server in a browser (a fresh one unless given). Returns when its window is drawn. */
export async function openWorkbench(
  server: VSCodeServer,
  options: WorkbenchOptions,
  browser?: PlaywrightBrowser,
): Promise<Workbench> {
  const own = browser ? undefined : await launchBrowser(options.headed);
  const [width, height] = options.size ?? [1280, 800];
  const context = await (browser ?? own!).newContext({ viewport: { width, height } });
  const close = async () => {
    await context.close();
    await own?.close();
  };
  try {
    const page = await context.newPage();
    let ended = (_code: number): void => {};
    const testsEnded = new Promise<number>((resolve) => {
      ended = resolve;
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      options.onLog?.(args.map(asText).join(' '));
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => ended(code));
    await page.goto(workbenchUrl(server, options));
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    return { page, testsEnded, close };
  } catch (error) {
    await close();
    throw new Error(`The workbench did not open. The server said:\n${server.output()}`, { cause: error });
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
