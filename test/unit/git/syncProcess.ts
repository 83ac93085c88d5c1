import fs from 'node:fs';
import { cloneOf, newGit, removeFolders, syncAlone } from './support.ts';

/** Another window that syncs once; it says when it begins. */
const [folder = ''] = process.argv.slice(2);
const git = newGit();
fs.writeSync(1, 'go\n');
await syncAlone(git, cloneOf(folder)).catch(() => {});
removeFolders();
