import type { Command } from './deps.ts';

export const cancelPull: Command = async ({ pulling }) => pulling.cancel();
