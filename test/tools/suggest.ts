import { createInterface } from 'node:readline';
import { suggestTag } from '../../src/coach/suggest.ts';

/*
 * Suggests tags for comments: JSON lines `{"id","text"}` in, `{"id","tag","confidence","suggested"}` out, in the
 * same order and as they come; `suggested` says whether Cairn would show it. A line that is none gets `{"error"}`.
 */
const write = (answer: object) =>
  process.stdout.write(`${JSON.stringify(answer)}\n`) ||
  new Promise((resolve) => process.stdout.once('drain', resolve));

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() !== '') await write(answer(line));
}

function answer(line: string): object {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { error: 'The line is no JSON.' };
  }
  const { id, text } = (given ?? {}) as { id?: unknown; text?: unknown };
  if (typeof text !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) {
    return { error: 'The line needs an id and a text.', ...(id === undefined ? {} : { id }) };
  }
  const { tag, confidence, isSure } = suggestTag(text);
  return { id, tag, confidence, suggested: isSure };
}
