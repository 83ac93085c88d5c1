import type { Readable, Writable } from 'node:stream';

/** A line of what a tool reads. */
export type Row = { id: string | number; text: string };

/**
 * Answers JSON lines `{"id","text"}` as they come and in their order; a line that is none gets `{"error"}`, with the
 * id where it has one, and the next is read. Blank lines are passed over. Waits while the reader is slow, so that
 * however long an input needs little memory. Only line feeds end a line: JSON may hold U+2028 as it is.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (row: Row) => object,
): Promise<void> {
  let rest = '';
  input.setEncoding('utf8');
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = chunk.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() as string;
    for (const line of lines) await write(output, line, answer);
  }
  await write(output, rest, answer);
}

async function write(output: Writable, line: string, answer: (row: Row) => object): Promise<void> {
  if (line.trim() === '') return;
  if (output.write(`${JSON.stringify(answerOf(line, answer))}\n`)) return;
  await new Promise((resolve) => output.once('drain', resolve));
}

function answerOf(line: string, answer: (row: Row) => object): object {
  let given: unknown;
  try {
    given = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return { error: 'The line is no JSON.' };
  }
  const { id, text } = (given ?? {}) as { id?: unknown; text?: unknown };
  const isId = typeof id === 'string' || typeof id === 'number';
  if (typeof text !== 'string' || !isId) {
    return { ...(isId ? { id } : {}), error: 'The line needs an id and a text.' };
  }
  try {
    return { id, ...answer({ id, text }) };
  } catch (error) {
    return { id, error: `The text could not be read: ${error instanceof Error ? error.message : error}` };
  }
}

/** Runs such a tool on standard input and output; a reader that goes away ends it without a word. */
export async function runOnLines(answer: (row: Row) => object): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  await answerLines(process.stdin, process.stdout, answer);
}
