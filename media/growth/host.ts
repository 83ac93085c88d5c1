import {
  type Act,
  type HostMessage,
  hostMessageSchema,
  type PanelState,
} from '../../src/ui/growth/panelProtocol.ts';
import { acts, listenTo } from '../shared/host.ts';

const { ask, answered } = acts<Act>();

export { ask };

/** Listens to the extension and tells it that the page is there. */
export const listen = (onState: (state: PanelState) => void): void =>
  listenTo<HostMessage>(hostMessageSchema, (message) =>
    message.type === 'state' ? onState(message.state) : answered(message),
  );
