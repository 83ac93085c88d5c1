import type { Command } from './deps.ts';

/** Forgets the token and no longer uses VS Code's session. */
export const signOut: Command = async ({ signIn, pulling, store }) => {
  await pulling.cancel();
  await signIn.signOut();
  await store.reload();
};
