import { parseArgs } from 'node:util';
import { type CoachOptions, coach, findingCodes } from '../../src/coach/comment/index.ts';
import { runOnLines } from './jsonLines.ts';

/*
 * Coaches comments: JSON lines `{"id","text"}` in, `{"id","findings":[{"code","start","end","message"}]}` out, in the
 * same order and as they come; offsets are UTF-16 code units. `--level full` tells all, the default is `light`;
 * `--silence CODE` leaves a kind out and may be given more than once.
 */
const usage = 'Usage: npm run -s coach -- [--level off|light|full] [--silence CODE]... < comments.jsonl';

let values: { level?: string | undefined; silence?: string[] | undefined } = {};
try {
  ({ values } = parseArgs({
    options: { level: { type: 'string' }, silence: { type: 'string', multiple: true } },
  }));
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
const level = (['off', 'light', 'full'] as const).find((one) => one === (values.level ?? 'light'));
const silenced = findingCodes.filter((code) => values.silence?.includes(code));
if (!level) stop(`There is no level “${values.level}”.`);
if (silenced.length !== new Set(values.silence).size) stop(`Findings are ${findingCodes.join(', ')}.`);

const options: CoachOptions = { level, silenced };
await runOnLines(({ text }) => ({ findings: coach(text, options) }));

function stop(why: string): never {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}
