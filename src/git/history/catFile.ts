import { CairnError } from '../../model/errors.ts';
import type { Where } from '../environment.ts';
import type { Git } from '../git.ts';
import { Pipe } from '../pipe.ts';

/** An object as git stores it; `null` where it is not here. */
export type Found = { id: string; type: string; size: number; bytes: Buffer | null } | null;

/** So many questions are written before their answers are read; of contents fewer, since their bytes wait here. */
const [atOnce, contentsAtOnce] = [500, 20];
/** So often git is started anew before the rest counts as missing. */
const mostEnds = 20;

/** Reads many objects of a clone through processes that stay open. Nothing is fetched. */
export class CatFile {
  readonly #open: (mode: string) => Pipe;
  readonly #pipes = new Map<string, Pipe>();
  /** One question after the other: the answers come in that order. */
  #turn: Promise<unknown> = Promise.resolve();
  #ends = 0;
  #isClosed = false;

  constructor(git: Git, where: Where) {
    this.#open = (mode) => new Pipe(git, where, ['cat-file', mode]);
  }

  /**
   * The ids behind names (`<commit>:<path>`), `null` where there is none.
   * @param names without line feeds
   */
  names(names: readonly string[]): Promise<(string | null)[]> {
    const idOf = (line: string) => /^[0-9a-f]{40,64}$/.exec(line)?.[0] ?? null;
    return this.#ask('--batch-check=%(objectname)', names, atOnce, async (pipe) => idOf(await pipe.line()));
  }

  /** Objects by their ids, without the bytes of what is larger than `largest`. */
  async objects(ids: readonly string[], largest: number): Promise<Found[]> {
    const heads = await this.#ask('--batch-check', ids, atOnce, async (pipe) => headOf(await pipe.line()));
    const small = heads.flatMap((head) => (head && head.size <= largest ? [head.id] : []));
    const contents = await this.#ask('--batch', small, contentsAtOnce, async (pipe) => {
      const head = headOf(await pipe.line());
      if (!head) return null;
      const bytes = await pipe.bytes(head.size);
      await pipe.bytes(1);
      return bytes;
    });
    let next = 0;
    for (const head of heads) if (head && head.size <= largest) head.bytes = contents[next++] ?? null;
    return heads;
  }

  close(): void {
    this.#isClosed = true;
    this.#drop();
  }

  #ask<T>(
    mode: string,
    lines: readonly string[],
    most: number,
    take: (pipe: Pipe) => Promise<T | null>,
  ): Promise<(T | null)[]> {
    const turn = this.#turn.then(async () => {
      const answers: (T | null)[] = [];
      while (answers.length < lines.length) {
        const some = lines.slice(answers.length, answers.length + most);
        try {
          const pipe = this.#pipe(mode);
          pipe.ask(`${some.join('\n')}\n`);
          for (const _ of some) answers.push(await take(pipe));
        } catch (error) {
          if (this.#isClosed || !(error instanceof CairnError) || error.code !== 'git-failed') throw error;
          // Over what is broken, or what a partial clone has at the remote only, git ends.
          this.#drop();
          answers.push(null);
          if (++this.#ends > mostEnds) while (answers.length < lines.length) answers.push(null);
        }
      }
      return answers;
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #pipe(mode: string): Pipe {
    if (this.#isClosed) throw new CairnError('cancelled', 'This was stopped.');
    const pipe = this.#pipes.get(mode) ?? this.#open(mode);
    this.#pipes.set(mode, pipe);
    return pipe;
  }

  #drop(): void {
    for (const pipe of this.#pipes.values()) pipe.close();
    this.#pipes.clear();
  }
}

function headOf(line: string): Found {
  const [, id, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d{1,15})$/.exec(line) ?? [];
  return id && type ? { id, type, size: Number(size), bytes: null } : null;
}
