import fs from 'node:fs';
import path from 'node:path';
import { createGit } from '../../../src/git/index.ts';
import { plainEnvironment } from '../../support/git/server.ts';
import { cloneOf, syncAlone } from './support.ts';

/** Another window that syncs once; it says when it begins. It makes no folder of its own: it may be killed. */
const [folder = '', home = ''] = process.argv.slice(2);
const git = createGit({ program: 'git', scratch: path.join(home, 'scratch'), env: plainEnvironment(home) });
fs.writeSync(1, 'go\n');
await syncAlone(git, cloneOf(folder)).catch(() => {});
