import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '../../support/github/main.ts');

describe('the local GitHub server by itself', () => {
  it('prints one line, its address, and serves until it is stopped', async () => {
    const child = spawn(process.execPath, [main, '--viewer', 'marsh-lind'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const reader = createInterface({ input: child.stdout });
    reader.on('line', (line) => lines.push(line));
    await once(reader, 'line');
    const response = await fetch(`${lines[0]}/api/v3/user`, {
      headers: { authorization: 'token token-for-ada-wren' },
    });
    assert.equal(((await response.json()) as { login: string }).login, 'marsh-lind');
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    assert.deepEqual(await exit, [0, null]);
    assert.equal(lines.length, 1);
  });

  it('ends with the npm that it was started by', async () => {
    const env = { ...process.env, npm_lifecycle_event: 'github-server' };
    const child = spawn(`"${process.execPath}" "${main}"; true`, {
      shell: true,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const reader = createInterface({ input: child.stdout });
    let isClosed = false;
    try {
      await once(reader, 'line');
      // The pipe closes when the last one who holds it is gone: the server itself, not only the shell.
      const closed = once(reader, 'close').then(() => {
        isClosed = true;
      });
      child.kill('SIGTERM');
      await closed;
    } finally {
      // A server that stays would keep mocha from ending. The group, for the shell is gone by now.
      if (!isClosed) process.kill(-child.pid!, 'SIGKILL');
    }
  });

  it('says what is wrong with its arguments', async () => {
    for (const given of [
      ['--port', 'many'],
      ['--data', '/nowhere.ndjson'],
    ]) {
      const child = spawn(process.execPath, [main, ...given], { stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      const [code] = await once(child, 'close');
      assert.notEqual(code, 0);
      assert.match(said, /many|nowhere/);
    }
  });
});
