import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWork, type Work } from '../../../../src/git/pairing/index.ts';
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
  const at = (file: string) => path.join(folder, file);
  return {
    folder,
    home,
    git: (...args) => gitAs(folder, home, args),
    open: (options = {}) =>
      openWork({ program: 'git', folder, hooks: false, env: plainEnvironment(home), ...options }),
    write: (file, content) => {
      fs.mkdirSync(path.dirname(at(file)), { recursive: true });
      fs.writeFileSync(at(file), content);
    },
    read: (file) => fs.readFileSync(at(file), 'utf8'),
    has: (file) => fs.existsSync(at(file)),
  };
}

function gitAs(folder: string, home: string, args: string[]): string {
  return gitSync(['-c', `include.path=${path.join(home, '.gitconfig')}`, ...args], { cwd: folder });
}

export type Two = { remote: string; ann: Clone; ben: Clone };

/** A remote with one commit on `base`, and two clones of it. */
export function two({
  base = 'main',
  address,
}: {
  base?: string;
  address?: { url: string; path: string };
} = {}): Two {
  const root = newFolder();
  const remote = address?.path ?? makeBare(path.join(root, 'remote.git'));
  gitSync(['symbolic-ref', 'HEAD', `refs/heads/${base}`], { cwd: remote });
  const clone = (name: string) => {
    const folder = path.join(root, name);
    gitSync(['clone', '--quiet', address?.url ?? remote, folder], { cwd: root });
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
  return { remote, ann, ben: clone('Ben') };
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
