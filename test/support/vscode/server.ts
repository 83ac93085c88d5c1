import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InstalledVSCode, installVSCode } from './install.ts';
import { run } from './npm.ts';

/** How a VS Code server is started. */
export interface ServerOptions {
  /** Leaves workspace trust on, so that folders open in restricted mode. */
  restricted?: boolean;
  /** A display language; `languagePack` brings its translations. */
  locale?: string;
  /** Settings of the machine, beside those that keep the workbench quiet. */
  settings?: Record<string, unknown>;
  /** VSIX files to install before the start. */
  extensions?: string[];
  /** Variables for the server, and so for the extension host. */
  env?: NodeJS.ProcessEnv;
  /** The server's data folder; a fresh one, removed at the end, where none is given. */
  dataDir?: string;
  /** Called with the data folder before the start, to put more into it. */
  prepare?: (dataDir: string) => Promise<void>;
  /** A file with the milliseconds by which this VS Code's calendar is ahead; it may change at any time. */
  clock?: string;
  /** Extra arguments of server-main.js. */
  args?: string[];
}

/** A running VS Code server. */
export interface VSCodeServer {
  /** `127.0.0.1:port`, also the authority of its vscode-remote addresses. */
  authority: string;
  url: string;
  dataDir: string;
  /** Everything it has printed, for error messages. */
  output(): string;
  /** Ends it with all its child processes, and removes its data folder if that was a fresh one. */
  stop(): Promise<void>;
}

const quietSettings = {
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Starts a VS Code server on a free port of loopback and waits until it is ready. Throws with its output if it is not. */
export async function startServer(options: ServerOptions = {}): Promise<VSCodeServer> {
  const vscode = await installVSCode();
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'cairn-vscode-')));
  const machine = join(dataDir, 'data', 'Machine');
  await mkdir(machine, { recursive: true });
  await writeFile(
    join(machine, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
  );
  await options.prepare?.(dataDir);
  for (const vsix of options.extensions ?? []) await installExtension(vscode, dataDir, vsix);

  const child = spawn(vscode.node, serverArguments(vscode, dataDir, options), {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: serverEnvironment({ ...options.env, ...(options.clock && { CAIRN_TEST_CLOCK: options.clock }) }),
  });
  const kill = killAtExit(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  try {
    const port = await new Promise<number>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        const ready = /Web UI available at \S+?:(\d+)/.exec(output);
        if (ready) resolve(Number(ready[1]));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${output}`)));
      setTimeout(
        () => reject(new Error(`The VS Code server did not start in two minutes:\n${output}`)),
        120_000,
      ).unref();
    });
    const authority = `127.0.0.1:${port}`;
    const stop = async () => {
      kill();
      await ended;
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    };
    return { authority, url: `http://${authority}/`, dataDir, output: () => output, stop };
  } catch (error) {
    kill();
    throw error;
  }
}

function serverArguments(vscode: InstalledVSCode, dataDir: string, options: ServerOptions): string[] {
  return [
    // The extension host gets what is asked of Node here, too.
    ...(options.clock ? ['--require', join(import.meta.dirname, 'clock.cjs')] : []),
    vscode.main,
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', dataDir, '--telemetry-level', 'off', '--enable-smoke-test-driver'],
    ...(options.restricted ? [] : ['--disable-workspace-trust']),
    ...(options.locale ? ['--locale', options.locale] : []),
    ...(options.args ?? []),
  ];
}

/** Without what a surrounding VS Code or `npm run` would hand down to the server. */
function serverEnvironment(extra: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const key of Object.keys(env)) {
    if (/^(VSCODE_|ELECTRON_|npm_)/.test(key) || key === 'NODE_OPTIONS') delete env[key];
  }
  return { ...env, ...extra };
}

async function installExtension(vscode: InstalledVSCode, dataDir: string, vsix: string): Promise<void> {
  await run(vscode.node, [vscode.main, '--install-extension', vsix, '--server-data-dir', dataDir], {
    env: serverEnvironment(undefined),
  });
}

/** Takes an extension away, as a person does in a terminal. The server may be running. */
export async function uninstallExtension(dataDir: string, id: string): Promise<void> {
  const vscode = await installVSCode();
  await run(vscode.node, [vscode.main, '--uninstall-extension', id, '--server-data-dir', dataDir], {
    env: serverEnvironment(undefined),
  });
}

/** Ends the server's whole process group when asked, and at the latest when this process ends, however it ends. */
function killAtExit(child: ChildProcess): () => void {
  const kill = () => {
    process.off('exit', kill);
    try {
      if (process.platform === 'win32') child.kill();
      else if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.on('exit', kill);
  endOnSignals();
  return kill;
}

let listening = false;

/** A signal ends Node without the `exit` event unless somebody turns it into a normal end. */
function endOnSignals(): void {
  if (listening) return;
  listening = true;
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}
