import path from 'node:path';
import { CairnError } from '../model/errors.ts';
import { readLocal } from './disk.ts';
import type { SpaceIdentity } from './types.ts';

/** Reads a `space.json`; `null` for anything else, and for one that a later Cairn wrote in another way. */
export function readIdentity(bytes: Buffer): SpaceIdentity | null {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { cairn, id, name, createdAt } = value as Record<string, unknown>;
  if (cairn !== 1 || typeof id !== 'string' || !/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) return null;
  if (typeof name !== 'string' || typeof createdAt !== 'string') return null;
  return { id, name: name.slice(0, 200), createdAt: createdAt.slice(0, 40) };
}

/** @throws CairnError 'bad-space' where the folder has no space.json that can be read */
export async function localIdentity(space: string): Promise<SpaceIdentity> {
  const file = path.join(space, 'space.json');
  const bytes = await readLocal(file).catch(() => null);
  const identity = bytes && readIdentity(bytes);
  if (identity) return identity;
  throw new CairnError(
    'bad-space',
    bytes ? 'The space.json of this space cannot be read.' : 'This folder is no space: it has no space.json.',
    { detail: file },
  );
}
