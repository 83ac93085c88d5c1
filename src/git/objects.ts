import { CairnError } from '../model/errors.ts';
import type { Where } from './environment.ts';
import type { Git } from './git.ts';
import { Pipe } from './pipe.ts';

export type ObjectHead = { oid: string; type: string; size: number };
export type FoundObject = { oid: string; type: string; bytes: Buffer };

/** Reads objects of a repository, one call after the other. */
export class Objects {
  private readonly open: (mode: string) => Pipe;
  private readonly signal: AbortSignal | undefined;
  private heads: Pipe | undefined;
  private contents: Pipe | undefined;

  constructor(git: Git, where: Where, signal?: AbortSignal) {
    this.open = (mode) => new Pipe(git, where, ['cat-file', mode]);
    this.signal = signal;
    signal?.addEventListener('abort', this.close, { once: true });
  }

  /**
   * Id, type and size of objects, without reading them: whoever fills a remote decides how large they are.
   * @param names ids, or other names without line feeds
   * @returns by the name asked for; what is not there is left out
   */
  async find(names: readonly string[]): Promise<Map<string, ObjectHead>> {
    this.check();
    const found = new Map<string, ObjectHead>();
    if (names.length === 0) return found;
    this.heads ??= this.open('--batch-check');
    this.heads.ask(`${names.join('\n')}\n`);
    for (const name of names) {
      const head = headOf(await this.heads.line());
      if (head) found.set(name, head);
    }
    return found;
  }

  /** An object; `null` where it is not there. Ask for its size first. */
  async read(name: string): Promise<FoundObject | null> {
    this.check();
    this.contents ??= this.open('--batch');
    this.contents.ask(`${name}\n`);
    return this.takeObject(this.contents);
  }

  /** Small objects all at once, in the order asked for; for those that `find` found. */
  async readAll(oids: readonly string[]): Promise<FoundObject[]> {
    this.check();
    this.contents ??= this.open('--batch');
    this.contents.ask(oids.map((oid) => `${oid}\n`).join(''));
    const found: FoundObject[] = [];
    for (let i = 0; i < oids.length; i++) {
      const object = await this.takeObject(this.contents);
      if (object) found.push(object);
    }
    return found;
  }

  readonly close = (): void => {
    this.signal?.removeEventListener('abort', this.close);
    this.heads?.close();
    this.contents?.close();
    this.heads = this.contents = undefined;
  };

  private async takeObject(from: Pipe): Promise<FoundObject | null> {
    const head = headOf(await from.line());
    if (!head) return null;
    const bytes = await from.bytes(head.size);
    await from.bytes(1);
    return { oid: head.oid, type: head.type, bytes };
  }

  private check(): void {
    if (this.signal?.aborted) throw new CairnError('cancelled', 'The sync was stopped.');
  }
}

function headOf(line: string): ObjectHead | null {
  const [, oid, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line) ?? [];
  return oid && type ? { oid, type, size: Number(size) } : null;
}
