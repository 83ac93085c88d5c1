import type { Pull } from './types.ts';
import type { World } from './world.ts';

/** Search never hands out more than its first 1,000 results, however many there are. */
export const mostResults = 1000;

type Test = (pull: Pull) => boolean;

/**
 * GitHub's search for issues, as far as pull requests go: `repo:`, `is:`, `author:`, `updated:`, `created:`
 * and `sort:`. A repository that does not exist finds nothing, without an error. Words match titles.
 */
export function searchPulls(world: World, query: string): Pull[] {
  const tests: Test[] = [];
  let repositories: string[] = [];
  let sort = 'created-desc';
  for (const [, quoted, plain] of query.matchAll(/((?:[\w-]+:)?"[^"]*")|(\S+)/g)) {
    const term = (quoted ?? plain ?? '').replaceAll('"', '');
    const [, not, key, value] = /^(-?)([a-z-]+):(.+)$/i.exec(term) ?? [];
    if (key === undefined || value === undefined) {
      tests.push((pull) => pull.raw.title.toLowerCase().includes(term.toLowerCase()));
    } else if (key === 'repo') repositories = [...repositories, value.toLowerCase()];
    else if (key === 'sort') sort = value;
    else tests.push(negated(qualifier(key, value), not === '-'));
  }
  if (repositories.length > 0) {
    tests.push((pull) => repositories.includes(pull.repository.raw.full_name.toLowerCase()));
  }
  return [...world.pulls()].filter((pull) => tests.every((test) => test(pull))).sort(comparing(sort));
}

function negated(test: Test, isNegated: boolean): Test {
  return isNegated ? (pull) => !test(pull) : test;
}

function qualifier(key: string, value: string): Test {
  const wanted = value.toLowerCase();
  if (key === 'author') return (pull) => pull.raw.user?.login.toLowerCase() === wanted;
  if (key === 'updated') return inTime(value, (pull) => pull.raw.updated_at);
  if (key === 'created') return inTime(value, (pull) => pull.raw.created_at);
  if (key === 'is' || key === 'type' || key === 'state') {
    if (wanted === 'pr') return () => true;
    if (wanted === 'issue') return () => false;
    if (wanted === 'merged') return (pull) => Boolean(pull.raw.merged || pull.raw.merged_at);
    if (wanted === 'open' || wanted === 'closed') return (pull) => pull.raw.state === wanted;
    if (wanted === 'draft') return (pull) => pull.raw.draft === true;
    if (wanted === 'private') return (pull) => pull.repository.raw.private;
    if (wanted === 'public') return (pull) => !pull.repository.raw.private;
  }
  throw new Error(`The local GitHub server does not know the search qualifier ${key}:${value}`);
}

/** `>=T`, `>T`, `<=T`, `<T`, `T..U`, `T`; a date alone means the whole day in UTC. */
function inTime(value: string, of: (pull: Pull) => string): Test {
  const between = /^(.+)\.\.(.+)$/.exec(value);
  const [, operator = '', time = value] = /^([<>]=?)?(.+)$/.exec(value) ?? [];
  const range = (text: string): [number, number] => {
    if (text === '*') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const start = Date.parse(text);
    if (Number.isNaN(start)) throw new Error(`Search does not understand the time ${text}`);
    // A time is compared by the second, as GitHub keeps it.
    return [start, start + (text.includes('T') ? 999 : 86_399_999)];
  };
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  if (between) [from, to] = [range(between[1] ?? '')[0], range(between[2] ?? '')[1]];
  else if (operator === '>=') from = range(time)[0];
  else if (operator === '>') from = range(time)[1] + 1;
  else if (operator === '<=') to = range(time)[1];
  else if (operator === '<') to = range(time)[0] - 1;
  else [from, to] = range(time);
  return (pull) => {
    const at = Date.parse(of(pull));
    return at >= from && at <= to;
  };
}

function comparing(sort: string): (a: Pull, b: Pull) => number {
  const field = sort.startsWith('updated') ? 'updated_at' : 'created_at';
  const sign = sort.endsWith('-asc') ? 1 : -1;
  return (a, b) =>
    sign * (Date.parse(a.raw[field]) - Date.parse(b.raw[field]) || a.raw.number - b.raw.number);
}
