import type { Command } from './deps.ts';

/** Lets the user take another account of VS Code's. */
export const chooseAccount: Command = async ({ signIn, store }) => {
  await signIn.signIn({ chooseAccount: true });
  await store.reload();
};
