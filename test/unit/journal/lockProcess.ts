import fs from 'node:fs';
import path from 'node:path';
import { withLock } from '../../../src/journal/disk/lock.ts';

/*
 * Takes the lock of a folder again and again until it is killed, and says `in` each time; `two` when another process
 * that lives is in there as well. Usage: FOLDER
 */
const [folder = ''] = process.argv.slice(2);
const inside = path.join(folder, 'inside');

for (;;) {
  await withLock(fs.promises, path.join(folder, '.lock'), async () => {
    try {
      fs.symlinkSync(String(process.pid), inside);
    } catch {
      const other = Number(fs.readlinkSync(inside));
      if (isAlive(other)) fs.writeSync(1, `two: ${process.pid} and ${other}\n`);
      fs.unlinkSync(inside);
      fs.symlinkSync(String(process.pid), inside);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
    if (fs.readlinkSync(inside) !== String(process.pid)) fs.writeSync(1, `two: ${process.pid}\n`);
    fs.unlinkSync(inside);
    fs.writeSync(1, 'in\n');
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
