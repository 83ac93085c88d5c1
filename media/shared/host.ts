import type * as z from 'zod/mini';
import { read } from '../../src/ui/webview/read.ts';

type Api = { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };
declare function acquireVsCodeApi(): Api;

/** The extension's end, as a page sees it; can be had once in a page's life. */
export const host: Api = acquireVsCodeApi();

/** Listens to the extension, and tells it that the page is there. What does not fit goes to the log only. */
export function listenTo<T>(schema: z.ZodMiniType<T>, onMessage: (message: T) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const result = read(schema, data);
    if ('problem' in result) failed(result.problem);
    else onMessage(result.message);
  });
  window.addEventListener('error', ({ message }) => failed(message));
  window.addEventListener('unhandledrejection', ({ reason }) => failed(String(reason)));
  host.postMessage({ type: 'ready' });
}

function failed(message: string): void {
  host.postMessage({ type: 'failed', message: message.slice(0, 2000) });
}

type Answer = { request: number; problem: string | null };

/** Acts that the extension answers, each by the number of its request. */
export function acts<Act>() {
  const waiting = new Map<number, (problem: string | null) => void>();
  let requests = 0;
  return {
    /** Asks the extension to do something; resolves with a sentence for people when it went wrong, else with null. */
    ask(act: Act): Promise<string | null> {
      const request = requests++;
      return new Promise((done) => {
        waiting.set(request, done);
        host.postMessage({ type: 'act', request, act });
      });
    },
    answered({ request, problem }: Answer): void {
      waiting.get(request)?.(problem);
      waiting.delete(request);
    },
  };
}
