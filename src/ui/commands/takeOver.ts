import type { Command } from './deps.ts';

export const takeOver: Command = async () => undefined;
