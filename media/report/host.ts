import {
  type Act,
  type HostMessage,
  hostMessageSchema,
  type PreviewState,
} from '../../src/ui/report/protocol.ts';
import { host, listenTo } from '../shared/host.ts';

/** Asks the extension to do something; it answers with a new state. */
export const ask = (act: Act): void => host.postMessage({ type: 'act', act });

/** Listens to the extension and tells it that the page is there. */
export const listen = (onState: (state: PreviewState) => void): void =>
  listenTo<HostMessage>(hostMessageSchema, ({ state }) => onState(state));
