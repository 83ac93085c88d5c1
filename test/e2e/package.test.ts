import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doMainJob } from '../support/run/mainJob.ts';
import { root } from '../support/run/stage.ts';
import { progress } from '../support/vscode/cache.ts';
import { npmCommand, run } from '../support/vscode/npm.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

describe('the packaged extension', () => {
  let folder: string;
  let cairn: CairnWorkbench | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-package-'));
    const vsix = join(folder, 'cairn.vsix');
    await run(npmCommand, ['run', 'package', '--', '--out', vsix], { cwd: root });
    cairn = await startCairn({ extensions: [vsix], development: false, size: [1280, 1000] });
  });
  after(async () => {
    await cairn?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('does the main job in a VS Code that knows nothing else of it', async () => {
    assert.ok(cairn);
    const { pulled, tagged, linked } = await doMainJob(cairn, progress);
    assert.ok(pulled > 0);
    assert.deepEqual({ tagged, linked }, { tagged: 3, linked: 3 });
  });
});
