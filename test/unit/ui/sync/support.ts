import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createGit,
  type Git,
  joinSpace,
  parseRemote,
  type SpaceClone,
  shareSpace,
} from '../../../../src/git/index.ts';
import { ensureInfo } from '../../../../src/journal/folders/spaces.ts';
import { Space } from '../../../../src/journal/space.ts';
import type { NewEvent } from '../../../../src/model/events.ts';

/** Somebody with a clone of a space of their own. */
export type Person = { space: Space; clone: SpaceClone; git: Git; folder: string };

/** A bare remote in a folder of its own, and people around it. `end` takes all of it away. */
export class Meeting {
  readonly folder = fs.mkdtempSync(join(tmpdir(), 'cairn-meeting-'));
  readonly bare = join(this.folder, 'remote.git');
  readonly remote = parseRemote(this.bare);
  readonly #opened: Space[] = [];

  constructor() {
    execFileSync('git', ['init', '--quiet', '--bare', this.bare]);
  }

  /** Somebody who has the space and has shared it. */
  async first(name: string): Promise<Person> {
    const folder = join(this.folder, name, 'space');
    await ensureInfo(folder, 'Ada and Marsh');
    const person = await this.#open(name, folder);
    await shareSpace(person.git, person.clone, this.remote);
    return person;
  }

  /** Somebody who joined it. */
  async next(name: string): Promise<Person> {
    const folder = join(this.folder, name, 'space');
    fs.mkdirSync(join(this.folder, name), { recursive: true });
    await joinSpace(this.#git(name), folder, this.remote);
    return this.#open(name, folder);
  }

  end(): void {
    for (const space of this.#opened) space.dispose();
    fs.rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #git = (name: string) => createGit({ program: 'git', scratch: join(this.folder, name, 'scratch') });

  async #open(name: string, folder: string): Promise<Person> {
    const privateFolder = join(this.folder, name, 'private');
    const space = await Space.open({ folder, privateFolder, author: () => name });
    this.#opened.push(space);
    const clone: SpaceClone = {
      folder,
      hold: (work) => space.hold(work),
      writer: () => space.writer(),
      renewWriter: () => space.renewWriter(),
    };
    return { space, clone, folder, git: this.#git(name) };
  }
}

/** Every object of a repository, whether something still points to it or not: types, sizes and contents. */
export function everyObject(repository: string): string {
  const args = ['--git-dir', repository, 'cat-file', '--batch-all-objects', '--batch'];
  return execFileSync('git', args, { maxBuffer: 512 * 1024 * 1024 }).toString('latin1');
}

export const goal = (id: string, title = `Goal ${id}`): NewEvent => ({
  type: 'goal.created',
  payload: { goal: id, title, category: null, origin: 'mentee', targetDate: null },
});
