import { GitHubFailure } from './failure.ts';

export type Batches<T> = {
  items: readonly T[];
  /** How many items to begin with in a batch. */
  size: number;
  /** How many batches may be under way at once. */
  atOnce: number;
  run(batch: readonly T[]): Promise<void>;
  /** The server could not answer for more than this, and did for this: worth remembering. */
  onShrink(size: number): void;
  /** An item that fails even alone. */
  onGiveUp(item: T, failure: GitHubFailure): void;
};

/**
 * Runs batches of items, in order. A batch that fails for a passing reason is divided, since a server that
 * cannot answer for ten may well do so for five. An item that fails alone is given up, so that it does not
 * stand in the way of the others; two of those in a row mean that it is not the item's fault.
 *
 * @throws what `run` throws for reasons that do not pass, after the batches under way have ended
 */
export async function inBatches<T>(batches: Batches<T>): Promise<void> {
  const { run, onShrink, onGiveUp } = batches;
  const waiting = [...batches.items];
  let size = Math.max(1, batches.size);
  let remembered = size;
  let givenUp = 0;
  let failure: unknown = null;

  async function work(): Promise<void> {
    while (waiting.length > 0 && failure === null) {
      const batch = waiting.splice(0, size);
      try {
        await run(batch);
        givenUp = 0;
        if (size < remembered) {
          remembered = size;
          onShrink(size);
        }
      } catch (error) {
        handle(batch, error);
      }
    }
  }

  function handle(batch: T[], error: unknown): void {
    const isPassing = error instanceof GitHubFailure && error.isTransient && error.code !== 'offline';
    const [first] = batch;
    if (!isPassing || first === undefined) {
      failure ??= error;
    } else if (batch.length > 1) {
      size = Math.min(size, Math.floor(batch.length / 2));
      waiting.unshift(...batch);
    } else {
      givenUp += 1;
      if (givenUp >= 2) failure ??= error;
      else onGiveUp(first, error);
    }
  }

  await Promise.all(Array.from({ length: batches.atOnce }, work));
  if (failure !== null) throw failure;
}
