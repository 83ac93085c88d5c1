import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createGit,
  type Git,
  type GitOptions,
  type SpaceClone,
  type SyncResult,
  syncSpace,
} from '../../../src/git/index.ts';
import { withLock } from '../../../src/journal/disk/lock.ts';
import { Journal } from '../../../src/journal/journal.ts';
import { writerFile } from '../../../src/journal/writer.ts';
import type { NewEvent } from '../../../src/model/events.ts';
import { plainEnvironment } from '../../support/git/server.ts';

const folders: string[] = [];

/** A temporary folder; `removeFolders` takes all of them away. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-git-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

export const spaceId = '01HZZZZZZZZZZZZZZZZZZZZZZZ';

/** A space's folder that nobody shared yet. */
export function newSpace(id = spaceId): string {
  const folder = path.join(newFolder(), 'space');
  fs.mkdirSync(folder);
  const identity = { cairn: 1, id, name: 'Ann and Ben', createdAt: '2026-01-02T03:04:05.000Z' };
  fs.writeFileSync(path.join(folder, 'space.json'), `${JSON.stringify(identity)}\n`);
  return folder;
}

/** A clone as the interface makes it, with the journal's own lock and writer id. */
export function cloneOf(folder: string): SpaceClone {
  const journal = Journal.open(folder, { author: () => 'nobody' });
  return {
    folder,
    hold: async (work) => (await journal).hold(work),
    writer: async () => (await journal).writer(),
    renewWriter: async () => (await journal).renewWriter(),
  };
}

/** Syncs as the interface does: one at a time for each space, over processes. */
export function syncAlone(git: Git, clone: SpaceClone): Promise<SyncResult> {
  return withLock(fs.promises, path.join(clone.folder, '.sync-lock'), () => syncSpace(git, clone));
}

/** git as a machine has it whose user configured nothing. */
export function newGit(options: Partial<GitOptions> = {}): Git {
  const home = newFolder();
  return createGit({
    program: 'git',
    scratch: path.join(home, 'scratch'),
    env: plainEnvironment(home),
    ...options,
  });
}

export function tagged(feedback: string, tag: 'keep' | 'stop' | 'start' = 'keep'): NewEvent {
  return { type: 'feedback.tagged', payload: { feedback, tag } };
}

export async function write(folder: string, author: string, ...names: string[]): Promise<void> {
  const journal = await Journal.open(folder, { author: () => author });
  for (const name of names) await journal.append([tagged(name)]);
}

/** What the feedback's tags in a space are about, sorted: one word for each event that was written. */
export async function names(folder: string): Promise<string[]> {
  const journal = await Journal.open(folder, { author: () => 'reader' });
  const events = await journal.read();
  return events.map(({ payload }) => (payload as { feedback: string }).feedback).sort();
}

/** Every file of the space's journal, by path. */
export function files(folder: string): Record<string, string> {
  const root = path.join(folder, 'journal');
  const found = fs.existsSync(root) ? (fs.readdirSync(root, { recursive: true }) as string[]) : [];
  return Object.fromEntries(
    found
      .filter((name) => fs.lstatSync(path.join(root, name)).isFile())
      .sort()
      .map((name) => [name.split(path.sep).join('/'), fs.readFileSync(path.join(root, name), 'utf8')]),
  );
}

export function writerOf(folder: string): string {
  return fs.readFileSync(path.join(folder, writerFile), 'utf8').trim();
}

/** The one file of one's own. */
export function ownFile(folder: string): string {
  const own = path.join(folder, 'journal', writerOf(folder));
  const [name] = fs.readdirSync(own);
  return path.join(own, name as string);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until `holds` does; the suite's own time limit ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
