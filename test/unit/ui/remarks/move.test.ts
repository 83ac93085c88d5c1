import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeRemarks } from '../../../../src/ui/remarks/move.ts';

describe('saved remarks in a data folder that moves', () => {
  let folder: string;
  const old = () => join(folder, 'remarks.md');
  const fresh = () => join(folder, 'new', 'remarks.md');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-remarks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('come along, byte by byte', async () => {
    assert.equal(await takeRemarks(folder, join(folder, 'new')), true);
    assert.ok(!existsSync(fresh()));
    writeFileSync(old(), '\uFEFF# A\r\n- one\r\nwords');
    assert.equal(await takeRemarks(folder, join(folder, 'new')), true);
    assert.equal(readFileSync(fresh(), 'utf8'), '\uFEFF# A\r\n- one\r\nwords');
    assert.ok(!existsSync(old()));
  });

  it('join those that are there already, and nothing of either is lost', async () => {
    writeFileSync(old(), '# A\n- one\n');
    await takeRemarks(folder, join(folder, 'new'));
    writeFileSync(old(), '# A\n- one\n- two\nwords\n');
    assert.equal(await takeRemarks(folder, join(folder, 'new')), false);
    assert.equal(readFileSync(fresh(), 'utf8'), '# A\n- one\n- two\n  words\n');
    assert.ok(existsSync(old()));
  });

  it('stay where they are a link', async () => {
    writeFileSync(join(folder, 'elsewhere.md'), '# A\n- one\n');
    symlinkSync(join(folder, 'elsewhere.md'), old());
    assert.equal(await takeRemarks(folder, join(folder, 'new')), false);
    assert.ok(existsSync(old()) && !existsSync(fresh()));
  });
});
