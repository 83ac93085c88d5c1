import { Journal } from '../../../src/journal/journal.ts';
import { CairnError } from '../../../src/model/errors.ts';

/*
 * One append, by a user without special rights (root may write everywhere), and what came of it as JSON: `null`, or
 * the error. Usage: SPACE NAME
 */
const [space = '', name = ''] = process.argv.slice(2);
if (process.getuid?.() === 0) {
  process.setgid?.(65534);
  process.setuid?.(65534);
}
const result = await Journal.open(space, { author: () => name })
  .then((journal) => journal.append([{ type: 'feedback.tagged', payload: { feedback: name, tag: 'keep' } }]))
  .then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof CairnError)) throw error;
      return { code: error.code, message: error.message, detail: error.detail };
    },
  );
console.log(JSON.stringify(result));
