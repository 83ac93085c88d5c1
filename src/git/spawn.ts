import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

export type Call = {
  program: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** What the program reads; nothing (a closed stdin) when left out. */
  input?: Buffer | string;
  /** Most bytes of stdout that are kept; more ends the program. */
  limit: number;
  /** Milliseconds that the call may take. */
  timeout: number;
  /** Milliseconds for which the program may print nothing. */
  patience?: number;
  signal?: AbortSignal;
};

/** How a program ended: by itself (`code`), or because it was stopped and why. */
export type Ran = {
  code: number | null;
  stdout: Buffer;
  stderr: string;
  stopped: 'timeout' | 'aborted' | 'too-much' | null;
};

const longestStderr = 64 * 1024;
/** A helper that outlives its parent may hold the pipes open; what was printed before is there long since. */
const afterExit = 1000;
/** Time to tidy up (git removes its lock files) before it is killed outright. */
const gracePeriod = 1500;

/** Whether a program is not to be had, told from a folder that is not there. */
export function isMissing(error: unknown, cwd: string): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return (code === 'ENOENT' || code === 'EACCES' || code === 'ENOEXEC') && existsSync(cwd);
}

/**
 * Runs a program without a shell, with all that it starts in one group, and stops the whole group.
 * @throws the system's error where it cannot be started
 */
export function run(call: Call): Promise<Ran> {
  return new Promise((resolve, reject) => {
    if (call.signal?.aborted) {
      resolve({ code: null, stdout: Buffer.alloc(0), stderr: '', stopped: 'aborted' });
      return;
    }
    const child = start(call);
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let stopped: Ran['stopped'] = null;
    let isDone = false;
    const stop = (why: Ran['stopped']) => {
      stopped ??= why;
      endGroup(child);
    };
    const timers = [setTimeout(() => stop('timeout'), call.timeout)];
    let silence: NodeJS.Timeout | undefined;
    const heard = () => {
      clearTimeout(silence);
      if (call.patience && !isDone) silence = setTimeout(() => stop('timeout'), call.patience);
    };
    const onAbort = () => stop('aborted');
    const finish = (end: () => void) => {
      if (isDone) return;
      isDone = true;
      for (const timer of timers) clearTimeout(timer);
      clearTimeout(silence);
      call.signal?.removeEventListener('abort', onAbort);
      child.stdout?.destroy();
      child.stderr?.destroy();
      end();
    };
    const done = () =>
      finish(() => resolve({ code: child.exitCode, stdout: Buffer.concat(chunks), stderr, stopped }));
    heard();
    call.signal?.addEventListener('abort', onAbort, { once: true });
    child.once('error', (error) => finish(() => reject(error)));
    child.once('exit', () => timers.push(setTimeout(done, afterExit)));
    child.once('close', done);
    child.stdout?.on('data', (chunk: Buffer) => {
      heard();
      size += chunk.length;
      if (size > call.limit) stop('too-much');
      else chunks.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      heard();
      stderr = (stderr + chunk.toString('utf8')).slice(-longestStderr);
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(call.input);
  });
}

/** Starts a program with three pipes in a group of its own; the caller ends it. */
export function start({ program, args, cwd, env }: Pick<Call, 'program' | 'args' | 'cwd' | 'env'>) {
  // A group of its own is what can be ended as a whole; on Windows it would open a window, and taskkill does it.
  return spawn(program, args, {
    cwd,
    env,
    stdio: 'pipe',
    windowsHide: true,
    detached: process.platform !== 'win32',
  });
}

/** Ends a program and what it started: politely, then for good. */
export function endGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => child.kill(),
    );
    return;
  }
  signalGroup(pid, 'SIGTERM');
  setTimeout(() => signalGroup(pid, 'SIGKILL'), gracePeriod).unref();
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // All of them are gone.
  }
}
