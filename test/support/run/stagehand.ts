import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './stage.ts';

/** VS Code takes over what lies in the folder of extensions when it starts for the first time. */
export async function addStagehand(dataDir: string): Promise<void> {
  const extensions = join(dataDir, 'extensions');
  await mkdir(extensions, { recursive: true });
  await cp(
    join(root, 'test', 'support', 'stagehand'),
    join(extensions, 'cairn-mentoring.cairn-stagehand-1.0.0'),
    {
      recursive: true,
    },
  );
}
