import {
  type Act,
  type HostMessage,
  hostMessageSchema,
  type PageMessage,
  type PanelState,
} from '../../src/ui/growth/panelProtocol.ts';
import { read } from '../../src/ui/webview/read.ts';

type Api = { postMessage(message: PageMessage): void; getState(): unknown; setState(state: unknown): void };
declare function acquireVsCodeApi(): Api;

/** The extension's end, as the page sees it; can be had once in a page's life. */
export const host: Api = acquireVsCodeApi();

/** Acts that have not been answered yet. */
const waiting = new Map<number, (problem: string | null) => void>();
let requests = 0;

/** Asks the extension to do something; resolves with a sentence for people when it went wrong, else with null. */
export function ask(act: Act): Promise<string | null> {
  const request = requests++;
  return new Promise((done) => {
    waiting.set(request, done);
    host.postMessage({ type: 'act', request, act });
  });
}

/** Listens to the extension and tells it that the page is there. */
export function listen(onState: (state: PanelState) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const result = read<HostMessage>(hostMessageSchema, data);
    if ('problem' in result) return failed(result.problem);
    const { message } = result;
    if (message.type === 'state') return onState(message.state);
    waiting.get(message.request)?.(message.problem);
    waiting.delete(message.request);
  });
  window.addEventListener('error', ({ message }) => failed(message));
  window.addEventListener('unhandledrejection', ({ reason }) => failed(String(reason)));
  host.postMessage({ type: 'ready' });
}

function failed(message: string): void {
  host.postMessage({ type: 'failed', message: message.slice(0, 2000) });
}
