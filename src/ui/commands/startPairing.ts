import type { Command } from './deps.ts';

export const startPairing: Command = async () => undefined;
