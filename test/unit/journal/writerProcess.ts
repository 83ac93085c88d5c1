import fs from 'node:fs';
import { Journal } from '../../../src/journal/journal.ts';

const [space = '', name = '', count = '0'] = process.argv.slice(2);
const journal = await Journal.open(space, { author: () => name });
for (let i = 0; count === '0' || i < Number(count); i++) {
  await journal.append([{ type: 'feedback.tagged', payload: { feedback: `${name}-${i}`, tag: 'keep' } }]);
  // Synchronous, so that a kill right after the append cannot lose the word of it.
  fs.writeSync(1, `${name}-${i}\n`);
}
