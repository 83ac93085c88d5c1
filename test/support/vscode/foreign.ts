import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Somebody else's extension. */
export const foreignFolder = join(import.meta.dirname, 'reviewer');

/**
 * Puts a second extension of somebody else (`foreign.reviewer`, with comment boxes and a language model of its own)
 * beside the one under development. VS Code takes over what lies in the folder of extensions when it starts for the
 * first time.
 * @param dataDir the server's data folder, before its start
 */
export async function addForeign(dataDir: string): Promise<void> {
  const extensions = join(dataDir, 'extensions');
  await mkdir(extensions, { recursive: true });
  const target = join(extensions, 'foreign.reviewer-1.0.0');
  await cp(foreignFolder, target, { recursive: true });
}
