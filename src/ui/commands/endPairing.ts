import type { Command } from './deps.ts';

export const endPairing: Command = async () => undefined;
