import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { placeFile, readWhole } from '../../journal/disk/wholeFile.ts';
import { addRemark, parseRemarks } from './remarks.ts';

/** Name of the file in a data folder. */
export const remarksName = 'remarks.md';

/**
 * Takes the saved remarks along to another data folder. Where both have some, those of the old one are added to the
 * new one's, and the old file stays for the words between them.
 * @returns false where the old file is still there: it differs, is a link, or could not be moved
 */
export async function takeRemarks(from: string, to: string): Promise<boolean> {
  const [old, target] = [join(from, remarksName), join(to, remarksName)];
  try {
    const bytes = await readWhole(files, old);
    if (bytes === null) return true;
    const there = await readWhole(files, target);
    if (there !== null && !there.equals(bytes)) {
      const before = there.toString('utf8');
      const all = parseRemarks(bytes.toString('utf8'));
      const after = all.reduce((text, remark) => addRemark(text, remark, '') ?? text, before);
      if (after !== before) await placeFile(files, target, after, `${target}.new`);
      return false;
    }
    if (there === null) await placeFile(files, target, bytes, `${target}.new`);
    await files.unlink(old);
    return true;
  } catch {
    return false;
  }
}
