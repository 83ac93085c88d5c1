import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  handOff,
  openWork,
  peekTakeOver,
  prepareHandOff,
  prepareStart,
  startPairing,
  takeOver,
  type Work,
} from '../../../../src/git/pairing/index.ts';
import type { HandOffOptions, WorkOptions } from '../../../../src/git/pairing/types.ts';
import { gitSync, makeBare, plainEnvironment } from '../../../support/git/repositories.ts';

const folders: string[] = [];

export function newFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-pairing-')));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Somebody's clone, with a home of its own. */
export type Clone = {
  folder: string;
  home: string;
  git(...args: string[]): string;
  open(options?: Partial<WorkOptions>): Promise<Work>;
  write(name: string, content: string): void;
  read(name: string): string;
  has(name: string): boolean;
};

export function cloneAt(folder: string, name: string): Clone {
  const home = newFolder();
  const settings = `[user]\n\tname = ${name}\n\temail = ${name.toLowerCase()}@example.org\n[init]\n\tdefaultBranch = main\n`;
  fs.writeFileSync(path.join(home, '.gitconfig'), settings);
  const place = (file: string) => path.join(folder, file);
  return {
    folder,
    home,
    git: (...args) => gitAs(folder, home, args),
    open: (options = {}) =>
      openWork({ program: 'git', folder, hooks: false, env: plainEnvironment(home), ...options }),
    write: (file, content) => {
      fs.mkdirSync(path.dirname(place(file)), { recursive: true });
      fs.writeFileSync(place(file), content);
    },
    read: (file) => fs.readFileSync(place(file), 'utf8'),
    has: (file) => fs.existsSync(place(file)),
  };
}

function gitAs(folder: string, home: string, args: string[]): string {
  return gitSync(['-c', `include.path=${path.join(home, '.gitconfig')}`, ...args], { cwd: folder });
}

export type Two = { remote: string; ann: Clone; ben: Clone };

/** Made once and copied from then on: git takes a hundred times as long. */
const templates = new Map<string, Promise<string>>();

export function removeTemplates(): void {
  for (const template of templates.values())
    void template.then((root) => fs.rmSync(root, { recursive: true }));
  templates.clear();
}

function at(root: string): Two {
  return {
    remote: path.join(root, 'remote.git'),
    ann: cloneAt(path.join(root, 'Ann'), 'Ann'),
    ben: cloneAt(path.join(root, 'Ben'), 'Ben'),
  };
}

/** A copy of what `make` made the first time that this name was asked for. `make` may return a pair or fill the folder. */
export async function copied(name: string, make: (root: string) => Promise<Two | void>): Promise<Two> {
  const fresh = async () => {
    const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-template-')));
    const pair = await make(root);
    if (pair) copyPair(path.dirname(pair.remote), root);
    return root;
  };
  if (!templates.has(name)) templates.set(name, fresh());
  const template = (await templates.get(name)) as string;
  const root = newFolder();
  copyPair(template, root);
  return at(root);
}

function copyPair(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  for (const clone of ['Ann', 'Ben']) {
    const config = path.join(to, clone, '.git', 'config');
    fs.writeFileSync(config, fs.readFileSync(config, 'utf8').replaceAll(from, to));
  }
}

/** A remote with one commit on `base`, and two clones of it. */
export function two(base = 'main'): Promise<Two> {
  return copied(`two ${base}`, async (root) => {
    const remote = makeBare(path.join(root, 'remote.git'));
    gitSync(['symbolic-ref', 'HEAD', `refs/heads/${base}`], { cwd: remote });
    twoClones(root, remote, base);
  });
}

/** The same, and both stand on the pairing's branch, which has one handoff of Ann's. */
export function paired(base = 'main'): Promise<Two> {
  return copied(`paired ${base}`, async () => {
    const pair = await two(base);
    const work = await pair.ann.open();
    await startPairing(work, await prepareStart(work));
    pair.ann.write('first.txt', 'first\n');
    await handOff(work, await prepareHandOff(work, packet()));
    const there = await pair.ben.open();
    await takeOver(there, await peekTakeOver(there));
    return pair;
  });
}

/** As `two`, at a server; made in its folder, since a server in this very process does not answer `gitSync`. */
export function twoAt({ url, path: folder }: { url: string; path: string }): Two {
  gitSync(['symbolic-ref', 'HEAD', 'refs/heads/main'], { cwd: folder });
  const { ann, ben } = twoClones(newFolder(), folder);
  for (const { git } of [ann, ben]) git('remote', 'set-url', 'origin', url);
  return { remote: folder, ann, ben };
}

let count = 0;

export function packet(options: Partial<HandOffOptions> = {}): HandOffOptions {
  const id = `01HZZZZZZZZZZZZZZZZZZZZ${String(100 + count++).slice(-3)}`;
  const note = { done: 'Wrote the test', todo: 'Make it green', unclear: '', failing: '' };
  return { id, note, coAuthors: [], lastFile: 'a.txt', ...options };
}

/** All that a person could lose or be confused by: branches, what is checked out, staged and in the files. */
export function picture(clone: Clone): Record<string, unknown> {
  const files = Object.fromEntries(
    (fs.readdirSync(clone.folder, { recursive: true }) as string[])
      .filter((name) => name !== '.git' && !name.startsWith(`.git${path.sep}`))
      .sort()
      .map((name) => {
        const stats = fs.lstatSync(path.join(clone.folder, name));
        const content = stats.isFile()
          ? `${stats.mode.toString(8)} ${fs.readFileSync(path.join(clone.folder, name), 'utf8')}`
          : stats.isSymbolicLink()
            ? `-> ${fs.readlinkSync(path.join(clone.folder, name))}`
            : 'folder';
        return [name, content];
      }),
  );
  return {
    head: fs.readFileSync(path.join(clone.folder, '.git', 'HEAD'), 'utf8'),
    branches: clone.git('for-each-ref', 'refs/heads'),
    index: clone.git('ls-files', '--stage', '-z'),
    status: clone.git('status', '--porcelain=v2', '-z', '-uall'),
    files,
  };
}

/** Fills an empty remote with one commit, and clones it twice. */
function twoClones(root: string, url: string, base = 'main'): { ann: Clone; ben: Clone } {
  const clone = (name: string) => {
    const folder = path.join(root, name);
    gitSync(['clone', '--quiet', url, folder], { cwd: root });
    const made = cloneAt(folder, name);
    made.git('config', 'user.name', name);
    made.git('config', 'user.email', `${name.toLowerCase()}@example.org`);
    return made;
  };
  const ann = clone('Ann');
  ann.git('symbolic-ref', 'HEAD', `refs/heads/${base}`);
  ann.write('a.txt', 'one\ntwo\nthree\n');
  ann.write('src/b.txt', 'b\n');
  ann.write('.gitignore', '*.log\n');
  ann.git('add', '--all');
  ann.git('commit', '--quiet', '-m', 'First');
  ann.git('push', '--quiet', '--set-upstream', 'origin', `refs/heads/${base}:refs/heads/${base}`);
  return { ann, ben: clone('Ben') };
}
