import { parentPort } from 'node:worker_threads';
import { ThemeEngine } from './engine.ts';
import type { ThemeAnswer, ThemeInput, ThemeRequest } from './types.ts';

/*
 * Computes themes off the extension host's main thread: entry of dist/growthWorker.js. Knows one mentee's feedback
 * at a time, see `ThemeRequest`.
 */
const engine = new ThemeEngine();
let parts: ThemeInput[] = [];

parentPort?.on('message', (asked: ThemeRequest) => {
  const { request } = asked;
  try {
    if (asked.act === 'set') {
      parts.push(...asked.inputs);
      if (asked.isPart) return;
      const inputs = parts;
      parts = [];
      answer({ request, themes: engine.set(inputs, asked.decisions) });
    } else answer({ request, themes: engine.change(asked) });
  } catch (error) {
    answer({ request, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function answer(message: ThemeAnswer): void {
  parentPort?.postMessage(message);
}
