import { CairnError } from '../model/errors.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { endGroup } from './spawn.ts';

/** How long it may take to end, in milliseconds. */
const longestEnd = 2000;

/** A git process that answers line by line: one question in, one answer out. */
export class Pipe {
  private readonly child: ReturnType<Git['open']>;
  private chunks: Buffer[] = [];
  private isOver = false;
  private isClosed = false;
  private wake: (() => void) | undefined;

  constructor(git: Git, where: Where, args: readonly string[]) {
    this.child = git.open(where, args);
    const over = () => {
      this.isOver = true;
      this.wake?.();
    };
    this.child.on('error', over);
    this.child.on('close', over);
    this.child.stdin.on('error', over);
    this.child.stderr.resume();
    this.child.stdout.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.wake?.();
    });
  }

  ask(text: string): void {
    this.child.stdin.write(text);
  }

  /** The next line without its line feed. @throws CairnError 'git-failed' where git ended */
  async line(): Promise<string> {
    const parts: Buffer[] = [];
    while (true) {
      const part = await this.some();
      const feed = part.indexOf(10);
      parts.push(feed < 0 ? part : part.subarray(0, feed));
      if (feed < 0) continue;
      this.putBack(part.subarray(feed + 1));
      return Buffer.concat(parts).toString('latin1');
    }
  }

  /** The next bytes. @throws CairnError 'git-failed' where git ended */
  async bytes(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = size;
    while (missing > 0) {
      const part = await this.some();
      parts.push(part.subarray(0, missing));
      this.putBack(part.subarray(missing));
      missing -= Math.min(missing, part.length);
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** Ends git; whoever waits for an answer gets 'cancelled'. */
  close(): void {
    this.isClosed = true;
    this.wake?.();
    const { child } = this;
    // With nothing more to read and nobody who listens it ends by itself.
    child.stdin.end();
    child.stdout.destroy();
    setTimeout(() => {
      if (child.exitCode === null && child.signalCode === null) endGroup(child);
    }, longestEnd).unref();
  }

  private async some(): Promise<Buffer> {
    while (this.chunks.length === 0) {
      if (this.isClosed) throw new CairnError('cancelled', 'The sync was stopped.');
      if (this.isOver) {
        const message = 'git ended before it had read the space. Sync again.';
        throw new CairnError('git-failed', message, { detail: 'cat-file: broken' });
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.chunks.shift() as Buffer;
  }

  private putBack(rest: Buffer): void {
    if (rest.length > 0) this.chunks.unshift(rest);
  }
}
