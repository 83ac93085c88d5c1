import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionId } from '../../src/ui/ids.ts';
import { root } from '../support/run/stage.ts';
import { npmCommand, run } from '../support/vscode/npm.ts';
import { uninstallExtension } from '../support/vscode/server.ts';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const goal = 'Ask before I assume';

/** Every file below a folder with its text, by path. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

describe('an uninstall', () => {
  let folder: string;
  let cairn: CairnWorkbench | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cairn-uninstall-'));
    const vsix = join(folder, 'cairn.vsix');
    await run(npmCommand, ['run', 'package', '--', '--out', vsix], { cwd: root });
    // Where the platform says by a variable what its usual place is, nothing is set: the default is tried.
    const isUsual = process.platform === 'linux';
    cairn = await startCairn({
      extensions: [vsix],
      development: false,
      ...(isUsual && { settings: { 'cairn.dataFolder': '' }, env: { XDG_DATA_HOME: join(folder, 'share') } }),
    });
  });
  after(async () => {
    await cairn?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('leaves the journals where they are', async () => {
    assert.ok(cairn);
    const { dataDir } = cairn.stage.vscode;
    const data = process.platform === 'linux' ? join(folder, 'share', 'cairn') : cairn.stage.dataFolder;
    await cairn.openCairn();
    await cairn.runCommand('Cairn: Create Goal');
    await cairn.answer(goal);
    await cairn.pick('Code quality');
    await cairn.pick('Mine');
    await cairn.answer('');
    await cairn.goalsFrame().getByRole('article').filter({ hasText: goal }).waitFor();
    const journals = [...(await filesIn(join(data, 'spaces')))].filter(([file]) => file.endsWith('.jsonl'));
    assert.equal(journals.length, 1);
    assert.ok(journals[0]![1].includes(goal));
    assert.ok(!journals[0]![0].startsWith(dataDir), "in VS Code's own storage");

    await uninstallExtension(dataDir, extensionId);
    await cairn.page.reload();
    await cairn.page.locator('.monaco-workbench .explorer-folders-view').first().waitFor();
    const there = JSON.parse(await readFile(join(dataDir, 'extensions', 'extensions.json'), 'utf8'));
    assert.ok(!JSON.stringify(there).includes(extensionId), 'the extension is still installed');
    await cairn.page.getByRole('tab', { name: 'Cairn' }).waitFor({ state: 'detached' });
    await cairn.stage.vscode.stop();
    for (const [file, text] of journals) assert.equal(await readFile(file, 'utf8'), text, file);
  });
});
