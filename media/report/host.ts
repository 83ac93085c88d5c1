import {
  type Act,
  type HostMessage,
  hostMessageSchema,
  type PageMessage,
  type PreviewState,
} from '../../src/ui/report/protocol.ts';
import { read } from '../../src/ui/webview/read.ts';

type Api = { postMessage(message: PageMessage): void };
declare function acquireVsCodeApi(): Api;

const host: Api = acquireVsCodeApi();

/** Asks the extension to do something; it answers with a new state. */
export const ask = (act: Act): void => host.postMessage({ type: 'act', act });

/** Listens to the extension and tells it that the page is there. */
export function listen(onState: (state: PreviewState) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const result = read<HostMessage>(hostMessageSchema, data);
    if ('problem' in result) failed(result.problem);
    else onState(result.message.state);
  });
  window.addEventListener('error', ({ message }) => failed(message));
  window.addEventListener('unhandledrejection', ({ reason }) => failed(String(reason)));
  host.postMessage({ type: 'ready' });
}

function failed(message: string): void {
  host.postMessage({ type: 'failed', message: message.slice(0, 2000) });
}
