import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Runs one benchmark by name: `npm run -s bench -- activation`. A benchmark is a module beside this file whose
 * default export measures and returns what to print as one JSON line; progress goes to stderr. One that returns
 * `ok: false` ends the process with 1.
 */
const [name = '', ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.ts`);
if (!/^[a-z]+(-[a-z]+)*$/i.test(name) || name === 'index' || !existsSync(file)) {
  console.error('Usage: npm run -s bench -- NAME, where NAME is a file of test/bench without its ending.');
  process.exit(2);
}
const { default: measure } = (await import(file)) as {
  default: (args: string[]) => Promise<{ ok?: boolean }>;
};
const result = await measure(args);
console.log(JSON.stringify({ bench: name, ...result }));
process.exit(result.ok === false ? 1 : 0);
