import fs from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../../src/journal/disk/files.ts';

/** Called around each call of the file layer; what `before` throws is the call's failure. */
type Ear = {
  before?: (call: string, file: string, args: unknown[]) => void;
  after?: (call: string, file: string, args: unknown[], result: unknown) => void;
};

/** The real file system, which tells of each call before and after it does it, with the file's whole path. */
export function told({ before, after }: Ear): Files {
  const around = <T extends object>(target: T, named: (key: string, args: unknown[]) => string): T =>
    new Proxy(target, {
      get(_, key) {
        const value = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const [call, file] = [String(key), named(String(key), args)];
          try {
            before?.(call, file, args);
          } catch (error) {
            // A file that cannot be closed well is closed all the same.
            if (call === 'close') await Reflect.apply(value, target, args);
            throw error;
          }
          const result = await Reflect.apply(value, target, args);
          after?.(call, file, args, result);
          return call === 'open' ? around(result as FileHandle, () => file) : result;
        };
      },
    });
  return around(fs.promises as Files, (key, args) => String(args[key === 'symlink' ? 1 : 0]));
}

/** The real file system without its syncs, for what runs on until its folder is thrown away. */
export const unsynced: Files = {
  ...fs.promises,
  open: async (...args) => {
    const nothing = async () => {};
    return Object.assign(await fs.promises.open(...args), { sync: nothing, datasync: nothing });
  },
};

export const failure = (code: string) => Object.assign(new Error(`${code}: made up`), { code });

type Leaf = { live: Buffer; safe: Buffer };
type Folder = { live: Map<string, Entry>; safe: Map<string, Entry> };
type Entry = Leaf | Folder | string;
const isFolder = (entry: Entry | undefined): entry is Folder =>
  typeof entry === 'object' && entry.live instanceof Map;
const isLeaf = (entry: Entry | undefined): entry is Leaf =>
  typeof entry === 'object' && Buffer.isBuffer(entry.live);

/**
 * What a disk holds for certain, beside what programs see on it: the bytes of a file are safe once it was synced,
 * its name, or that the name is gone, once the folder was. It follows the calls on the files below `root`.
 */
export class Disk {
  readonly root: string;
  readonly files: Files;
  readonly #top: Folder = { live: new Map(), safe: new Map() };

  /** @param onStep told of each call that changed something, or made it safe */
  constructor(root: string, onStep: (call: string, file: string) => void, before: Ear['before'] = () => {}) {
    this.root = root;
    this.files = told({
      before,
      after: (call, file, args, result) => {
        if (file !== this.root && !file.startsWith(this.root + path.sep)) return;
        if (this.#follow(call, path.relative(this.root, file), args, result)) onStep(call, file);
      },
    });
  }

  #find(name: string): Entry | undefined {
    let entry: Entry | undefined = this.#top;
    for (const part of name.split(path.sep).filter(Boolean)) {
      entry = isFolder(entry) ? entry.live.get(part) : undefined;
    }
    return entry;
  }

  #names(name: string): Map<string, Entry> {
    const folder = this.#find(path.dirname(name) === '.' ? '' : path.dirname(name));
    if (!isFolder(folder)) throw new Error(`No folder for ${name}`);
    return folder.live;
  }

  /** @returns whether the call changes anything, or makes it safe */
  #follow(call: string, name: string, args: unknown[], result: unknown): boolean {
    const base = path.basename(name);
    const entry = this.#find(name);
    switch (call) {
      case 'open':
        if (isLeaf(entry) && fs.statSync(path.join(this.root, name)).size === 0) entry.live = Buffer.alloc(0);
        if (entry) return false;
        this.#names(name).set(base, { live: Buffer.alloc(0), safe: Buffer.alloc(0) });
        return true;
      case 'mkdir': {
        let made = '';
        for (const part of name.split(path.sep)) {
          made = path.join(made, part);
          if (!this.#find(made)) this.#names(made).set(part, { live: new Map(), safe: new Map() });
        }
        return result !== undefined || !entry;
      }
      case 'symlink':
        this.#names(name).set(base, String(args[0]));
        return true;
      case 'unlink':
        return this.#names(name).delete(base);
      case 'rename': {
        const to = path.relative(this.root, String(args[1]));
        this.#names(to).set(path.basename(to), entry as Entry);
        return this.#names(name).delete(base);
      }
      case 'write':
      case 'writeFile':
      case 'truncate':
        (entry as Leaf).live = fs.readFileSync(path.join(this.root, name));
        return true;
      case 'sync':
      case 'datasync':
        if (isFolder(entry)) entry.safe = new Map(entry.live);
        else if (isLeaf(entry)) entry.safe = entry.live;
        return true;
      default:
        return false;
    }
  }

  /**
   * The states in which the disk may be found if the power fails now.
   * @param every a torn line is cut behind every so many bytes; 1 for all states
   */
  *losses(every: number): Generator<Tree> {
    const names: { folder: Folder; name: string }[] = [];
    const torn: Leaf[] = [];
    collect(this.#top, names, torn);
    // Beyond a few names at once: none, all, and each by itself.
    const subsets =
      names.length <= 5
        ? Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, i) => bits & (1 << i)))
        : [[], names, ...names.map((one) => [one])];
    for (const kept of subsets) {
      // Each number of bytes once is enough: they do not depend on what became of the names.
      const isEach = kept.length === names.length;
      for (const bytes of contents(torn, isEach ? every : Number.POSITIVE_INFINITY))
        yield this.#copy(kept, bytes);
    }
  }

  #copy(kept: { folder: Folder; name: string }[], bytes: Map<Leaf, Buffer>): Tree {
    const copy = (folder: Folder): Tree => {
      const tree: Tree = new Map();
      for (const name of new Set([...folder.safe.keys(), ...folder.live.keys()])) {
        const isKept = kept.some((one) => one.folder === folder && one.name === name);
        const entry = (isKept ? folder.live : folder.safe).get(name);
        if (entry === undefined) continue;
        tree.set(
          name,
          isFolder(entry) ? copy(entry) : isLeaf(entry) ? (bytes.get(entry) ?? entry.safe) : entry,
        );
      }
      return tree;
    };
    return copy(this.#top);
  }
}

/** What stands on a disk, by name: folders, files, symbolic links. */
export type Tree = Map<string, Tree | Buffer | string>;

/** The names that no sync has made safe yet, and the files with bytes that none has. */
function collect(folder: Folder, names: { folder: Folder; name: string }[], torn: Leaf[]): void {
  for (const name of new Set([...folder.safe.keys(), ...folder.live.keys()])) {
    if (folder.safe.get(name) !== folder.live.get(name)) names.push({ folder, name });
    for (const entry of new Set([folder.safe.get(name), folder.live.get(name)])) {
      if (isFolder(entry)) collect(entry, names, torn);
      else if (isLeaf(entry) && !entry.live.equals(entry.safe) && !torn.includes(entry)) torn.push(entry);
    }
  }
}

/**
 * What may stand in the files: none of the new bytes, all, each number of them (or half), or their length without
 * what was written there.
 */
function* contents([leaf, ...others]: Leaf[], every: number): Generator<Map<Leaf, Buffer>> {
  if (!leaf) return yield new Map();
  const { safe, live } = leaf;
  const found = [safe, live];
  if (live.subarray(0, safe.length).equals(safe)) {
    const step = Math.min(every, Math.ceil((live.length - safe.length) / 2));
    for (let end = safe.length + step; end < live.length; end += step) found.push(live.subarray(0, end));
    found.push(Buffer.from(live).fill(0, safe.length));
    found.push(Buffer.from(live).fill(0, safe.length, Math.floor((safe.length + live.length) / 2)));
  }
  for (const isLost of others.length > 0 ? [true, false] : [true]) {
    const rest = others.map((other) => [other, isLost ? other.safe : other.live] as const);
    for (const bytes of found) yield new Map([...rest, [leaf, bytes]]);
  }
}

/** Puts what the power loss left onto a real disk, below a folder that is there. */
export function restore(tree: Tree, folder: string): void {
  for (const [name, entry] of tree) {
    const file = path.join(folder, name);
    if (Buffer.isBuffer(entry)) fs.writeFileSync(file, entry);
    else if (typeof entry === 'string') fs.symlinkSync(entry, file);
    else {
      fs.mkdirSync(file);
      restore(entry, file);
    }
  }
}
