import * as z from 'zod/mini';
import { CairnError } from '../../model/errors.ts';
import { type ExportedEvent, exportFormat, exportVersion } from '../../model/exportSpace.ts';
import { checkEvent } from '../reading/check.ts';
import { longestLine } from '../reading/lines.ts';
import { writerPattern } from '../writer.ts';

/** Larger files are not read, in bytes: more than three times what 100,000 events take, and what a text can hold. */
export const largestImport = 256 * 1024 * 1024;

const fileSchema = z.object({
  format: z.literal(exportFormat),
  version: z.int().check(z.positive()),
  space: z.optional(z.object({ name: z.string() })),
  events: z.array(z.unknown()),
});

/**
 * Reads what a space was exported to.
 * @throws CairnError 'bad-import'
 */
export function parseExport(text: string): { name: string; events: unknown[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CairnError('bad-import', 'This file is not whole, or no JSON. Export the space anew, as JSON.');
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    throw new CairnError(
      'bad-import',
      'This file holds no space. Choose one that "Cairn: Export Space" has made, as JSON.',
    );
  }
  if (parsed.data.version !== exportVersion) {
    throw new CairnError('bad-import', 'A newer Cairn made this file. Update Cairn, then import it again.');
  }
  return { name: parsed.data.space?.name.slice(0, 200) ?? '', events: parsed.data.events };
}

/** An event of the file, or what is wrong with it. */
export function readExported(value: unknown): ExportedEvent | string {
  const checked = checkEvent(value);
  if (checked && 'problem' in checked)
    return checked.problem.replace('The line is JSON, but no', 'This is no');
  const { id, time, author, act, type, version, payload, writer, isPrivate } = value as ExportedEvent;
  const event: ExportedEvent = { id, time, author, act, type, version, payload };
  try {
    if (Buffer.byteLength(JSON.stringify(event)) > longestLine) return 'It is longer than any event.';
  } catch {
    return 'It is nested too deeply.';
  }
  if (isPrivate) event.isPrivate = true;
  else if (typeof writer === 'string' && writerPattern.test(writer)) event.writer = writer;
  return event;
}
