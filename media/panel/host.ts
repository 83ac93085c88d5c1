import {
  type Act,
  hostMessageSchema,
  type PanelMessage,
  type PanelState,
} from '../../src/ui/panel/protocol.ts';
import { acts, listenTo } from '../shared/host.ts';

const { ask, answered } = acts<Act>();

export { ask };

/** Listens to the extension and tells it that the page is there. */
export const listen = (onState: (state: PanelState) => void): void =>
  listenTo<PanelMessage>(hostMessageSchema, (message) =>
    message.type === 'state' ? onState(message.state) : answered(message),
  );
