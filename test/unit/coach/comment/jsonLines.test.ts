import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { answerLines } from '../../../tools/jsonLines.ts';

const tool = path.join(import.meta.dirname, '../../../tools/coach.ts');

const answered = async (chunks: (string | Buffer)[]) => {
  const output = new PassThrough({ highWaterMark: 64 });
  const done = answerLines(Readable.from(chunks, { objectMode: false }), output, ({ text }) => ({
    length: text.length,
  })).then(() => output.end());
  let written = '';
  for await (const part of output.setEncoding('utf8')) written += part;
  await done;
  return written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('tools that answer JSON lines', () => {
  it('answer in order, whatever the chunks, and say of a bad line what is wrong with it', async () => {
    const bytes = Buffer.from(
      '{"id":1,"text":"ä😀"}\r\nno\n[]\nnull\n{"id":2}\n\n{"id":"c","text":"a\u2028b"}',
    );
    const byBytes = await answered([...bytes].map((byte) => Buffer.from([byte])));
    assert.deepEqual(byBytes, [
      { id: 1, length: 3 },
      { error: 'The line is no JSON.' },
      { error: 'The line needs an id and a text.' },
      { error: 'The line needs an id and a text.' },
      { id: 2, error: 'The line needs an id and a text.' },
      { id: 'c', length: 3 },
    ]);
    assert.deepEqual(await answered([bytes]), byBytes);
  });

  it('keep the order of more lines than a reader takes at once', async () => {
    const lines = Array.from({ length: 5000 }, (_, id) => `{"id":${id},"text":"x"}\n`);
    const answers = await answered(lines);
    assert.deepEqual(
      answers.map(({ id }) => id),
      lines.map((_, id) => id),
    );
  });

  it('coach from standard input to standard output, and end well when their reader goes away', async () => {
    const child = spawn(process.execPath, [tool, '--level', 'full', '--silence', 'no-why']);
    child.stdin.on('error', () => undefined);
    child.stdin.write('{"id":"x","text":"please fix this"}\nbad\n');
    const first = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data) => resolve(String(data))),
    );
    assert.deepEqual(JSON.parse(first.split('\n')[0] as string).findings[0].code, 'vague');
    child.stdout.destroy();
    for (let at = 0; at < 500; at++) child.stdin.write('{"id":"x","text":"please fix this"}\n');
    child.stdin.end();
    const code = await new Promise((resolve) => child.once('exit', resolve));
    assert.equal(code, 0);
  });
});
