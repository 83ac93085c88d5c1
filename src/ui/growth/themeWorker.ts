import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ThemeAnswer, ThemeInput, ThemeRequest } from '../../growth/themes/index.ts';
import { CairnError } from '../../model/errors.ts';
import type { Theme, ThemeDecisions } from '../../model/growth.ts';

/** Pieces in one message: a longer one would hold up whoever types meanwhile. */
const partSize = 250;
/** Megabytes; the themes of 8,000 pieces need a small part of it. */
const memoryLimit = 512;

type Parts = {
  /** The worker's script. */
  file: URL;
  onProblem: (error: unknown) => void;
};

type Change = { put: readonly ThemeInput[]; remove: readonly string[]; decisions: ThemeDecisions };

/**
 * The thread in which themes are worked out, started with the first question. It is told what changed only; one that
 * fell over is started once more and told everything. One question at a time.
 */
export class ThemeWorker {
  readonly #parts: Parts;
  /** What the worker is to know, to be told to the next one. */
  readonly #inputs = new Map<string, ThemeInput>();
  #worker: Worker | undefined;
  /** Whether the running worker knows what it was told so far. */
  #isTold = false;
  #isDisposed = false;
  #request = 0;
  #reported: unknown;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes in what changed and tells all themes. Throws 'themes-failed' after the second try, 'cancelled' after its end. */
  async update({ put, remove, decisions }: Change): Promise<Theme[]> {
    for (const id of remove) this.#inputs.delete(id);
    for (const input of put) this.#inputs.set(input.id, input);
    try {
      // Much at once is told in parts, and those begin from nothing.
      if (this.#worker && this.#isTold && put.length <= partSize)
        return await this.#ask({ act: 'change', put, remove, decisions });
      return await this.#tellAll(decisions);
    } catch (error) {
      this.#forgive(error);
    }
    try {
      return await this.#tellAll(decisions);
    } catch (error) {
      this.#forgive(error);
      throw new CairnError(
        'themes-failed',
        'The themes of your feedback could not be worked out. The log says why; the next change tries again.',
        { cause: error },
      );
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#end();
  }

  async #tellAll(decisions: ThemeDecisions): Promise<Theme[]> {
    this.#isTold = false;
    const inputs = [...this.#inputs.values()];
    let from = 0;
    for (; inputs.length - from > partSize; from += partSize) {
      const part = inputs.slice(from, from + partSize);
      this.#post({ act: 'set', inputs: part, decisions: noDecisions, isPart: true, request: this.#request });
      await setImmediate();
    }
    const themes = await this.#ask({ act: 'set', inputs: inputs.slice(from), decisions });
    this.#isTold = true;
    return themes;
  }

  #ask(question: Question): Promise<Theme[]> {
    const request = ++this.#request;
    const worker = this.#post({ ...question, request });
    return new Promise((resolve, reject) => {
      const over = () => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        worker.unref();
      };
      const onMessage = (answer: ThemeAnswer) => {
        if (answer.request !== request) return;
        over();
        // An answer may be on its way while its thread is being ended.
        if (this.#isDisposed) reject(new Error('Its owner has ended.'));
        else if ('themes' in answer) resolve(answer.themes);
        else reject(new Error(answer.error));
      };
      const onError = (error: unknown) => {
        over();
        reject(error);
      };
      const onExit = (code: number) => onError(new Error(`The worker of the themes ended with ${code}.`));
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      // Whoever waits for an answer waits for the thread; nobody else does.
      worker.ref();
    });
  }

  #post(message: ThemeRequest): Worker {
    if (this.#isDisposed) throw new CairnError('cancelled', 'Cairn is closing.');
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(this.#parts.file, {
      // Flags of a debugger are not for it.
      execArgv: [],
      name: 'cairn-themes',
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    });
    const gone = () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#isTold = false;
    };
    worker.on('error', (error) => {
      this.#report(error);
      gone();
    });
    worker.on('exit', gone);
    worker.unref();
    return worker;
  }

  /** Begins anew with the next try; an end that was asked for is no failure. */
  #forgive(error: unknown): void {
    if (this.#isDisposed) throw new CairnError('cancelled', 'Cairn is closing.');
    this.#report(error);
    this.#end();
  }

  /** The thread tells of its end by itself, and so does the question that it left open. */
  #report(error: unknown): void {
    if (error !== this.#reported) this.#parts.onProblem(error);
    this.#reported = error;
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#isTold = false;
    void worker?.terminate();
  }
}

type Question =
  | { act: 'set'; inputs: readonly ThemeInput[]; decisions: ThemeDecisions }
  | ({ act: 'change' } & Change);

const noDecisions: ThemeDecisions = { names: new Map(), placed: new Map(), merged: new Map() };
