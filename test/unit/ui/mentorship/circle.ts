import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createGit,
  joinSpace,
  parseRemote,
  type SpaceClone,
  shareSpace,
  syncSpace,
} from '../../../../src/git/index.ts';
import { listMentorships } from '../../../../src/journal/folders/mentorships.ts';
import { folderOf, reserveSlug } from '../../../../src/journal/folders/spaces.ts';
import { privateFolderOf, Space } from '../../../../src/journal/space.ts';

/** Somebody with a machine of their own: a data folder, and git. Everything of it is below `folder`. */
export class Member {
  readonly name: string;
  readonly folder: string;
  readonly #git;
  readonly #open = new Map<string, Space>();
  #slugs = 0;

  constructor(root: string, name: string) {
    this.name = name;
    this.folder = path.join(root, name);
    this.#git = createGit({ program: 'git', scratch: path.join(this.folder, 'scratch') });
  }

  get data(): string {
    return path.join(this.folder, 'data');
  }

  async space(slug: string): Promise<Space> {
    const known = this.#open.get(slug);
    if (known) return known;
    const space = await Space.open({
      folder: folderOf(this.data, slug),
      privateFolder: privateFolderOf(this.data, slug),
      author: () => this.name,
      snapshot: { file: path.join(this.data, 'snapshots', `${slug}.json`), version: 'test' },
    });
    this.#open.set(slug, space);
    return space;
  }

  async share(slug: string, bare: string): Promise<void> {
    execFileSync('git', ['init', '--quiet', '--bare', bare]);
    await shareSpace(this.#git, await this.#clone(slug), parseRemote(bare));
  }

  async join(bare: string): Promise<string> {
    const slug = await reserveSlug(this.data, `joined ${this.#slugs++}`);
    fs.rmdirSync(folderOf(this.data, slug));
    await joinSpace(this.#git, folderOf(this.data, slug), parseRemote(bare));
    return slug;
  }

  /** Syncs every shared space, and takes in what came. */
  async sync(): Promise<void> {
    for (const { slug, isShared } of await listMentorships(this.data)) {
      if (!isShared) continue;
      await syncSpace(this.#git, await this.#clone(slug));
      await (await this.space(slug)).reread();
    }
  }

  end(): void {
    for (const space of this.#open.values()) space.dispose();
  }

  async #clone(slug: string): Promise<SpaceClone> {
    const space = await this.space(slug);
    return {
      folder: space.folder,
      hold: (work) => space.hold(work),
      writer: () => space.writer(),
      renewWriter: () => space.renewWriter(),
    };
  }
}

export const newRoot = () => fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-circle-'));

/** Every byte below these folders: of each file as it stands there, its name, and of each object of a repository unpacked. */
export function everything(folders: readonly string[]): string {
  const parts: string[] = [];
  for (const folder of folders) {
    const names = fs.existsSync(folder) ? (fs.readdirSync(folder, { recursive: true }) as string[]) : [];
    for (const name of ['', ...names]) {
      const file = path.join(folder, name);
      parts.push(name);
      const stat = fs.lstatSync(file, { throwIfNoEntry: false });
      if (stat?.isFile()) parts.push(fs.readFileSync(file, 'latin1'));
      const isRepository = stat?.isDirectory() && fs.existsSync(path.join(file, 'objects'));
      if (isRepository) parts.push(everyObject(file));
    }
  }
  return parts.join('\n');
}

/** Whether something still points to an object or not. */
function everyObject(repository: string): string {
  const args = ['--git-dir', repository, 'cat-file', '--batch-all-objects', '--batch'];
  return execFileSync('git', args, { maxBuffer: 512 * 1024 * 1024 }).toString('latin1');
}
