import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { progress, seconds } from './cache.ts';

export const npmCommand = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** What {@link npm} needs to know besides the arguments. */
export interface NpmOptions {
  cwd: string;
  /** What the progress lines call this step. */
  label: string;
  /** A folder with another `node` to put first on the PATH. */
  nodeBin?: string;
  env?: NodeJS.ProcessEnv;
}

/** Runs npm, with a line of progress every ten seconds. Throws an error that ends with npm's own last words. */
export async function npm(args: string[], { cwd, label, nodeBin, env }: NpmOptions): Promise<void> {
  const started = Date.now();
  progress(`${label} …`);
  const ticker = setInterval(() => progress(`${label} … ${seconds(started)} s`), 10_000);
  try {
    await run(npmCommand, [...args, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], {
      cwd,
      env: { ...npmEnvironment(nodeBin), ...env },
    });
  } catch (error) {
    throw new Error(
      `${label} failed. Check that the npm registry is reached (npm ping), then run the same command again.\n` +
        (error instanceof Error ? error.message : String(error)),
      { cause: error },
    );
  } finally {
    clearInterval(ticker);
  }
}

/** npm started inside `npm run` inherits the outer project's settings by variables: leave only what is meant. */
function npmEnvironment(nodeBin: string | undefined): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const key of Object.keys(env)) {
    if (/^npm_(config_(local_prefix|prefix|omit|include|save|save_exact)|lifecycle|package)/i.test(key))
      delete env[key];
  }
  if (nodeBin) env.PATH = `${nodeBin}${delimiter}${env.PATH ?? ''}`;
  return env;
}

/** Runs a program without a shell and returns its stdout. Throws with the last lines of its output. */
export function run(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      shell: command.endsWith('.cmd'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let both = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      both += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      both += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(stdout);
      const tail = both.trimEnd().split('\n').slice(-25).join('\n');
      reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${tail}`));
    });
  });
}
