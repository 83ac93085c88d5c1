import { openRemarks } from '../remarks/file.ts';
import type { Command } from './deps.ts';

/** `cairn.editSavedRemarks()`: opens one's own remarks to be edited by hand. Resolves to `{ uri }`. */
export const editSavedRemarks: Command = async () => {
  const { document } = await openRemarks();
  return { uri: document.uri.toString() };
};
