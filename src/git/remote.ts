import type { Remote } from './types.ts';

export function parseRemote(_text: string): Remote {
  throw new Error('not there yet');
}
