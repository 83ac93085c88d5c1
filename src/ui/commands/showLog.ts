import type { Command } from './deps.ts';

export const showLog: Command = async ({ log }) => log.show();
