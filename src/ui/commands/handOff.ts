import type { Command } from './deps.ts';

export const handOff: Command = async () => undefined;
