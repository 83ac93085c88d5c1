import { CairnError } from '../model/errors.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { endGroup } from './spawn.ts';

export type FoundObject = { oid: string; type: string; bytes: Buffer };

/** Reads objects of a repository one after the other through one git process. */
export class Objects {
  private readonly git: Git;
  private readonly where: Where;
  private readonly signal: AbortSignal | undefined;
  private child: ReturnType<Git['open']> | undefined;
  private chunks: Buffer[] = [];
  private isOver = false;
  private wake: (() => void) | undefined;

  constructor(git: Git, where: Where, signal?: AbortSignal) {
    this.git = git;
    this.where = where;
    this.signal = signal;
  }

  /**
   * Type and size of objects, without reading them: whoever fills a remote decides how large they are.
   * @returns by the name asked for; what is not there is left out
   */
  async sizes(names: readonly string[]): Promise<Map<string, { type: string; size: number }>> {
    const found = new Map<string, { type: string; size: number }>();
    if (names.length === 0) return found;
    const { stdout } = await this.git.local(this.where, ['cat-file', '--batch-check'], {
      input: `${names.join('\n')}\n`,
      limit: 256 * 1024 * 1024,
      signal: this.signal,
    });
    const lines = stdout.toString('latin1').split('\n');
    for (const [index, name] of names.entries()) {
      const match = /^[0-9a-f]+ (\w+) (\d+)$/.exec(lines[index] ?? '');
      if (match) found.set(name, { type: match[1] as string, size: Number(match[2]) });
    }
    return found;
  }

  /** An object by its id or another name without line feeds; `null` where it is not there. Ask for its size first. */
  async read(name: string): Promise<FoundObject | null> {
    if (this.signal?.aborted) throw new CairnError('cancelled', 'The sync was stopped.');
    this.child ??= this.start();
    this.child.stdin.write(`${name}\n`);
    const header = (await this.takeLine()).toString('latin1');
    const match = /^([0-9a-f]+) (\w+) (\d+)$/.exec(header);
    if (!match) return null;
    const bytes = await this.take(Number(match[3]));
    await this.take(1);
    return { oid: match[1] as string, type: match[2] as string, bytes };
  }

  close(): void {
    if (!this.child) return;
    this.child.stdin.end();
    endGroup(this.child);
    this.child = undefined;
  }

  private start() {
    const child = this.git.open(this.where, ['cat-file', '--batch']);
    const over = () => {
      this.isOver = true;
      this.wake?.();
    };
    child.on('error', over);
    child.on('close', over);
    child.stdin.on('error', over);
    child.stderr.resume();
    child.stdout.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.wake?.();
    });
    return child;
  }

  private async takeLine(): Promise<Buffer> {
    let line = Buffer.alloc(0);
    while (true) {
      const part = await this.some();
      const feed = part.indexOf(10);
      if (feed >= 0) {
        this.unread(part.subarray(feed + 1));
        return Buffer.concat([line, part.subarray(0, feed)]);
      }
      line = Buffer.concat([line, part]);
    }
  }

  private async take(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      const part = await this.some();
      parts.push(part.subarray(0, missing));
      if (part.length > missing) this.unread(part.subarray(missing));
      missing -= Math.min(missing, part.length);
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  private async some(): Promise<Buffer> {
    while (this.chunks.length === 0) {
      if (this.isOver) {
        throw new CairnError('git-failed', 'git ended before it had read the space. Sync again.', {
          detail: 'cat-file',
        });
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.chunks.shift() as Buffer;
  }

  private unread(rest: Buffer): void {
    if (rest.length > 0) this.chunks.unshift(rest);
  }
}
