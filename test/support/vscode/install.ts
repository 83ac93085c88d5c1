import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, progress } from './cache.ts';
import { npm } from './npm.ts';

const NODE_VERSION = '24.21.0';
const CODE_SERVER_VERSION = '4.139.1';

/** A VS Code server on this machine, and the Node it runs on. */
export interface InstalledVSCode {
  node: string;
  /** server-main.js of the VS Code server. */
  main: string;
}

/**
 * Installs, once per user, a real VS Code as a server: from the npm package code-server, and with a Node of the
 * version that it needs. Takes about half a minute the first time. Throws with what to do when npm fails.
 */
export async function installVSCode(): Promise<InstalledVSCode> {
  const folder = await cached(`vscode-${CODE_SERVER_VERSION}-node-${NODE_VERSION}`, fill);
  return { node: nodeBinary(folder), main: join(vscodeFolder(folder), 'out', 'server-main.js') };
}

/**
 * code-server's own install script compiles every native module, also ones (kerberos, sqlite3) that need headers
 * which many machines lack and that no test uses. So its steps are done here, without that.
 */
async function fill(folder: string): Promise<void> {
  progress(
    `installing VS Code (code-server ${CODE_SERVER_VERSION}) for the tests, about half a minute, once`,
  );
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'cairn-test-vscode', private: true }));
  const packages = [`${nodePackage()}@${NODE_VERSION}`, `code-server@${CODE_SERVER_VERSION}`];
  const plain = ['--omit=dev', '--ignore-scripts'];
  await npm(['install', ...packages, ...plain, '--save-exact'], { cwd: folder, label: 'fetching VS Code' });

  const nodeBin = join(nodeBinary(folder), '..');
  const vscode = vscodeFolder(folder);
  const step = { cwd: vscode, nodeBin, env: { npm_config_nodedir: nodeFolder(folder) } };
  await npm(['install', ...plain], { ...step, label: "fetching VS Code's parts" });
  await npm(['install', ...plain], {
    ...step,
    cwd: join(vscode, 'extensions'),
    label: "fetching the built-in extensions' parts",
  });
  await compileSmallParts(step);
}

/**
 * The server starts without them, but then writes no log files, and an extension host outlives a crashed server:
 * worth trying, not needed.
 */
async function compileSmallParts(step: {
  cwd: string;
  nodeBin: string;
  env: NodeJS.ProcessEnv;
}): Promise<void> {
  const label = "compiling VS Code's logger and watchdog";
  try {
    await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', '--ignore-scripts=false'], {
      ...step,
      label,
    });
  } catch {
    progress('no C++ compiler: this VS Code will write no log files (all else works)');
  }
}

function nodePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

function nodeFolder(folder: string): string {
  return join(folder, 'node_modules', nodePackage());
}

function nodeBinary(folder: string): string {
  const windows = join(nodeFolder(folder), 'bin', 'node.exe');
  return existsSync(windows) ? windows : join(nodeFolder(folder), 'bin', 'node');
}

function vscodeFolder(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}
