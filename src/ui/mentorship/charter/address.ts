import { basename } from 'node:path';
import { dayOf } from '../../../model/isoDate.ts';
import type { Charter } from '../../../model/mentorship.ts';

/*
 * Where charters stand: `cairn:/charter/<space>/charter.md` is the newest version, which is written on;
 * `cairn:/charter/<space>/<version>/<yyyy-mm-dd who>.md` is one version and never changes.
 */

/** What a path names. `version: null`: the charter as it is now. */
export type CharterAddress = { space: string; version: string | null };

export const charterRoot = '/charter/';
const currentName = 'charter.md';
const longestName = 60;

export const charterPath = (space: string): string => `${charterRoot}${space}/${currentName}`;

/** A version that is looked at. Who wrote it is a stranger's word: a name that every system takes is made of it. */
export function versionPath(space: string, { id, writtenAt, createdBy }: Charter): string {
  const who = (createdBy ?? '')
    .replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '_')
    .slice(0, longestName)
    .toWellFormed()
    .trim();
  return `${charterRoot}${space}/${id}/${[dayOf(new Date(writtenAt)), who].filter(Boolean).join(' ')}.md`;
}

/** The folder is the one of the space in which the charter stands. */
export const standsIn = ({ space }: CharterAddress, folder: string): boolean => basename(folder) === space;

/** `null` where the path is none of a charter: other depths, names that climb. */
export function parseCharterPath(path: string): CharterAddress | null {
  const [empty, root, space, ...rest] = path.split('/');
  if (empty !== '' || root !== 'charter' || !space) return null;
  if ([space, ...rest].some((part) => part === '' || part === '.' || part === '..')) return null;
  if (rest.length === 1 && rest[0] === currentName) return { space, version: null };
  return rest.length === 2 ? { space, version: rest[0] as string } : null;
}
