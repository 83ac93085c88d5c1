import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { NewEvent } from '../../../src/model/events.ts';

const folders: string[] = [];
const writers = new Set<ChildProcess>();

/** A space's folder of its own that is not there yet; `removeSpaces` takes all of them away. */
export function newSpace(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-journal-'));
  folders.push(folder);
  return path.join(folder, 'spaces', 'one');
}

export function removeSpaces(): void {
  // A writer that a failed test left would go on, and make its folder anew.
  for (const child of writers) child.kill('SIGKILL');
  writers.clear();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

export const tagged = (feedback: string, tag: 'keep' | 'stop' | 'start' = 'keep'): NewEvent => ({
  type: 'feedback.tagged',
  payload: { feedback, tag },
});

/** Every file of the space's journal, with its text. */
export function journalFiles(space: string): { file: string; text: string }[] {
  const root = path.join(space, 'journal');
  if (!fs.existsSync(root)) return [];
  return (fs.readdirSync(root, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => ({ file: path.join(root, name), text: fs.readFileSync(path.join(root, name), 'utf8') }));
}

/** A line as a writer's file holds it. */
export function line(fields: object): string {
  const event = { id: 'e1', time: [1000, 0], author: 'ann', act: 'e1', type: 'feedback.tagged', version: 1 };
  return `${JSON.stringify({ ...event, payload: { feedback: 'f', tag: 'keep' }, ...fields })}\n`;
}

/** Puts a file into another writer's folder, as a sync would. */
export function putFile(space: string, name: string, text: string | Buffer, writer = 'otherwriter'): string {
  const file = path.join(space, 'journal', writer, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

const programs = new Map<string, Promise<string>>();

/** A program beside this file, bundled once: a process that strips types from every module starts four times slower. */
export function program(name: 'writerProcess' | 'attemptProcess' | 'lockProcess'): Promise<string> {
  const built = programs.get(name) ?? bundle(name);
  programs.set(name, built);
  return built;
}

async function bundle(name: string): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-program-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, `${name}.mjs`);
  const entryPoints = [path.join(import.meta.dirname, `${name}.ts`)];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
  return outfile;
}

/**
 * Another process that appends events `<name>-0`, `<name>-1`, ... one act each and prints a name once it is
 * acknowledged. `count` 0 goes on until it is killed.
 */
export async function startWriter(space: string, name: string, count = 0) {
  const child = spawn(process.execPath, [await program('writerProcess'), space, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writers.add(child);
  child.once('close', () => writers.delete(child));
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  /** The signal that ended it, `null` where it ended by itself and well. */
  const ended = new Promise<string | number | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? (code || null))),
  );
  return {
    ended,
    kill: () => child.kill('SIGKILL'),
    /** The names whose append resolved; a name that the kill cut off is no word of it. */
    acknowledged: () =>
      output
        .slice(0, output.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean),
    /** Resolves when that many were acknowledged. */
    reached: async (many: number) => {
      while (output.split('\n').length <= many && child.exitCode === null)
        await Promise.race([ended, new Promise((resolve) => child.stdout.once('data', resolve))]);
    },
  };
}

/** Waits until `holds` does; the suite's own time limit ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
