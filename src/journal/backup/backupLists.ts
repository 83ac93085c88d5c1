import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod/mini';
import { codeOf, type Files } from '../disk/files.ts';
import { largestFile, placeFile, readWhole } from '../disk/wholeFile.ts';

/** Where one space's files stand, and its backups. */
export type Places = {
  /** The space's folder, `<data>/spaces/<slug>`. */
  folder: string;
  /** `<data>/private/<slug>`. */
  privateFolder: string;
  /** `<data>/backups/<slug>`. */
  backups: string;
};

/** The places of a space in a data folder. */
export const placesOf = (dataFolder: string, slug: string): Places => ({
  folder: path.join(dataFolder, 'spaces', slug),
  privateFolder: path.join(dataFolder, 'private', slug),
  backups: path.join(dataFolder, 'backups', slug),
});

/** Files of a space that a backup holds; nothing that could climb out of it. */
const pathPattern =
  /^(?:space\/space\.json|(?:space|private)\/journal\/[a-z0-9]{8,32}\/\d{4}-\d{2}(?:\.\d{1,4})?\.jsonl)$/;
/** A day, by UTC; with a time of day where it was made before a restore. */
const namePattern = /^\d{4}-\d{2}-\d{2}(?:-\d{6})?\.json$/;

const listSchema = z.object({
  format: z.literal('cairn-backup'),
  version: z.literal(1),
  madeAt: z.string().check(z.maxLength(40)),
  /** Id under which this clone of the space wrote. */
  writer: z.nullable(z.string().check(z.maxLength(40))),
  files: z.array(
    z.object({
      path: z.string().check(z.regex(pathPattern)),
      /** Of the file as it was, in hexadecimal; names the packed copy. */
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      /** Bytes. */
      size: z.int().check(z.nonnegative()),
      lines: z.int().check(z.nonnegative()),
    }),
  ),
});
/** What a space held at a time. */
export type BackupList = z.infer<typeof listSchema>;
export type BackupFile = BackupList['files'][number];
/** `name` is the day, `yyyy-mm-dd`, by UTC; `yyyy-mm-dd-hhmmss` for a backup that went before a restore. */
export type Backup = { name: string; list: BackupList };

/**
 * The backups of a space, the newest first.
 * @param onBroken told of a list that cannot be read
 * @throws errors of the file layer
 */
export async function readBackups(
  files: Files,
  { backups }: Places,
  onBroken: (file: string) => void = () => {},
): Promise<Backup[]> {
  const names = await namesIn(files, backups);
  const found: Backup[] = [];
  for (const name of names.filter((name) => namePattern.test(name)).sort()) {
    const list = listOf(await readWhole(files, path.join(backups, name)));
    if (list) found.push({ name: name.slice(0, -'.json'.length), list });
    else onBroken(path.join(backups, name));
  }
  return found.reverse();
}

/** Puts a list among the backups, whole or not at all. */
export function writeList(files: Files, { backups }: Places, name: string, list: BackupList): Promise<void> {
  const text = `${JSON.stringify(list, null, 1)}\n`;
  return placeFile(files, path.join(backups, `${name}.json`), text, path.join(backups, '.list.new'));
}

/** Keeps a copy of these bytes, once. */
export async function store(
  files: Files,
  { backups }: Places,
  sha256: string,
  bytes: Uint8Array,
): Promise<void> {
  const file = packed(backups, sha256);
  const isThere = await files.lstat(file).then(
    (there) => there.isFile(),
    () => false,
  );
  if (isThere) return;
  await placeFile(files, file, await promisify(gzip)(bytes), path.join(backups, '.file.new'));
}

/**
 * The bytes that a list names.
 * @throws errors of the file layer and of the packing; `ENOENT`
 */
export async function unpack(files: Files, { backups }: Places, sha256: string): Promise<Buffer> {
  const bytes = await readWhole(files, packed(backups, sha256));
  if (bytes === null) throw Object.assign(new Error(`${sha256} is missing`), { code: 'ENOENT' });
  return promisify(gunzip)(bytes, { maxOutputLength: largestFile });
}

/** Removes packed copies that no list names. */
export async function removeUnnamed(files: Files, places: Places): Promise<void> {
  let isBroken = false;
  const kept = await readBackups(files, places, () => {
    isBroken = true;
  });
  // A list that a newer Cairn wrote names copies, too.
  if (isBroken) return;
  const named = new Set(kept.flatMap(({ list }) => list.files.map(({ sha256 }) => `${sha256}.gz`)));
  const folder = path.join(places.backups, 'files');
  for (const name of await namesIn(files, folder)) {
    if (!named.has(name)) await files.unlink(path.join(folder, name));
  }
}

const packed = (backups: string, sha256: string) => path.join(backups, 'files', `${sha256}.gz`);

async function namesIn(files: Files, folder: string): Promise<string[]> {
  return files.readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

function listOf(bytes: Buffer | null): BackupList | null {
  try {
    return listSchema.safeParse(JSON.parse(String(bytes))).data ?? null;
  } catch {
    return null;
  }
}
