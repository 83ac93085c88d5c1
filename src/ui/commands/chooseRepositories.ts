import { CairnError } from '../../model/errors.ts';
import { isRepositoryName } from '../../model/remotes.ts';
import type { Command } from './deps.ts';

/** `cairn.chooseRepositories(['owner/name', …]?)`: remembered for this workspace; the setting goes before it. */
export const chooseRepositories: Command = async ({ repositories }, names) => {
  if (names === undefined) return repositories.choose();
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string' && isRepositoryName(name))) {
    throw new CairnError('invalid-argument', 'Repositories must be a list of owner/name.');
  }
  await repositories.remember(names);
  return names;
};
