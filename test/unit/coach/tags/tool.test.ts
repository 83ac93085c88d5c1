import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';

const tool = path.join(import.meta.dirname, '../../../tools/suggest.ts');

describe('the suggest tool', () => {
  it('answers line by line, in order, and names bad lines', async () => {
    const lines = [
      '\ufeff{"id":"1","text":"praise: tidy"}\r',
      '{',
      '',
      '{"id":2,"text":"Why?"}',
      '{"id":"3"}',
      'null',
      `{"id":"long","text":"${'please '.repeat(60_000)}"}`,
      '{"id":"line\u2028separator","text":"Please remove this, it is not used."}',
    ];
    const answers = await run([lines.join('\n')]);
    assert.deepEqual(answers[0], { id: '1', tag: 'keep', confidence: 0.98, suggested: true });
    assert.deepEqual(
      answers.map(({ id, error }) => [id, typeof error]),
      [
        ['1', 'undefined'],
        [undefined, 'string'],
        [2, 'undefined'],
        ['3', 'string'],
        [undefined, 'string'],
        ['long', 'undefined'],
        ['line\u2028separator', 'undefined'],
      ],
    );
    assert.deepEqual([answers[6]?.tag, answers[6]?.suggested], ['stop', true]);
  });

  it('takes lines in pieces and waits for a slow reader', async () => {
    const lines = Array.from({ length: 5_000 }, (_, id) => JSON.stringify({ id, text: 'Thanks, “done”.' }));
    const bytes = Buffer.from(lines.join('\n'));
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += 997) pieces.push(bytes.subarray(at, at + 997));
    const answers = await run(pieces, true);
    assert.equal(answers.map(({ id }) => id).join(), lines.map((_, id) => id).join());
    assert.ok(answers.every(({ tag }) => tag === 'none'));
  });
});

type Answer = { id?: unknown; error?: unknown; tag?: string; suggested?: boolean };

/** Runs the real program; a slow reader lets the pipe fill up before it takes anything. */
async function run(input: (string | Buffer)[], isSlow = false): Promise<Answer[]> {
  const child = spawn(process.execPath, [tool], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let output = '';
  child.stdout.setEncoding('utf8');
  const listen = () => child.stdout.on('data', (text) => (output += text));
  if (!isSlow) listen();
  for (const piece of input) child.stdin.write(piece);
  child.stdin.end();
  if (isSlow) setTimeout(listen, 500);
  assert.equal(await ended, 0);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}
