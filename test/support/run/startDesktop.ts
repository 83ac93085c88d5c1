import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleMentee } from '../sample/sample.ts';
import { progress } from '../vscode/cache.ts';
import { makeWorld, root } from './stage.ts';

/**
 * Opens the sample in the desktop VS Code of this machine, with a profile of its own that is removed at the end.
 * Resolves to an exit code when that window is closed.
 */
export async function startDesktop(): Promise<number> {
  const world = await makeWorld();
  const profile = await mkdtemp(join(tmpdir(), 'cairn-desktop-'));
  const extensions = join(profile, 'extensions');
  try {
    await mkdir(join(profile, 'User'), { recursive: true });
    await writeFile(join(profile, 'User', 'settings.json'), JSON.stringify(world.settings));
    const stagehand = join(extensions, 'cairn-mentoring.cairn-stagehand-1.0.0');
    await cp(join(root, 'test', 'support', 'stagehand'), stagehand, { recursive: true });
    progress('opening VS Code; close its window to end …');
    return await open(process.env.CAIRN_VSCODE ?? 'code', [
      ...['--wait', '--new-window', '--user-data-dir', profile, '--extensions-dir', extensions],
      ...['--disable-workspace-trust', '--skip-welcome', `--extensionDevelopmentPath=${root}`, world.folder],
    ]);
  } finally {
    await world.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function open(code: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const env = { ...process.env, CAIRN_SAMPLE_TOKEN: `token-for-${sampleMentee}` };
    const child = spawn(code, args, { stdio: 'inherit', env });
    child.once('error', () => {
      console.error(`${code} does not start. Install VS Code, or name its executable by CAIRN_VSCODE.`);
      resolve(1);
    });
    child.once('exit', (status) => resolve(status ?? 1));
  });
}
