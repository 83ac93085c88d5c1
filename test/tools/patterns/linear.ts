import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';
import { costOf, mostSteps } from './cost.ts';
import {
  accept,
  type Follow,
  firstsAfter,
  holdsAny,
  isCharacter,
  isRequired,
  overlaps,
  type Part,
  runOf,
} from './sets.ts';

/**
 * Why a pattern may take more than linear time; `null` when it is proved not to. Sound for an engine that goes back
 * and tries again, and it says no to some that are linear. What is proved, by rules that one can check by hand:
 * - Without unbounded repetition and back references an attempt at one place takes a bounded number of steps, which
 *   is counted, and there are as many attempts as places.
 * - A run, which is an unbounded repetition of one set of characters, never gives back what it took where nothing
 *   that may follow begins with a character of its set, or where the match ends with it. One run may give back, if
 *   no other one comes after it.
 * - A run at the very end makes its attempt the last one. After `^` there is one attempt. Elsewhere a run needs
 *   something before it that takes a character outside of its set, so that no attempt begins within another's run.
 */
export function whyNotLinear(pattern: RegExp): string | null {
  const ast = parseRegExpLiteral(pattern).pattern;
  for (const { elements } of ast.alternatives) {
    const rows = rowsOf(elements);
    if (typeof rows === 'string') return rows;
    for (const row of rows) {
      const why = whyNot(row, pattern.flags);
      if (why) return why;
    }
  }
  const { steps } = costOf(ast.alternatives, accept, pattern.flags);
  return steps > mostSteps ? `an attempt may take ${steps.toExponential(1)} steps` : null;
}

function whyNot(row: readonly Part[], flags: string): string | null {
  const isAnchored = row[0]?.type === 'Assertion' && row[0].kind === 'start' && !flags.includes('m');
  let givesBack: string | null = null;
  for (const [at, part] of row.entries()) {
    const set = runOf(part);
    if (!set) continue;
    if (givesBack) return `${givesBack} may give back, and ${part.raw} comes after it`;
    const next: Follow = firstsAfter(row, at + 1, accept);
    const isLast = next.parts.length === 0 && next.accepts;
    const mayFail = !row.slice(at + 1).every(isAlwaysThere) && !isPossessive(part, row[at + 1]);
    if (mayFail && next.parts.some((one) => overlaps(one, set, flags))) givesBack = part.raw;
    if (isAnchored) continue;
    const before = row.slice(0, at);
    const isEnd =
      isLast && before.some((one) => one.type !== 'Assertion') && !before.some((one) => runOf(one));
    if (isEnd || (isLast && before.length === 0)) continue;
    if (before.some((one) => isRequired(one) && !overlaps(one, set, flags))) continue;
    // With the flag m an attempt begins after a line feed, or another end of a line.
    const lineStart = before[0]?.type === 'Assertion' && before[0].kind === 'start';
    if (lineStart && !holdsAny(set, '\n\r\u2028\u2029', flags)) continue;
    return `attempts at ${part.raw} may begin within each other`;
  }
  return null;
}

/** What can match nothing, and so never fails. */
function isAlwaysThere(part: Part): boolean {
  return part.type === 'Quantifier' && part.min === 0;
}

/** A run before which "and no more of it" stands: what it would give back is refused at once. */
function isPossessive(run: Part, next: Part | undefined): boolean {
  if (next?.type !== 'Assertion' || next.kind !== 'lookahead' || !next.negate) return false;
  const [only, ...more] = next.alternatives;
  return more.length === 0 && only?.elements.length === 1 && only.raw === runOf(run)?.raw;
}

/**
 * A row of parts with every group that holds a run taken apart: one row for each of its alternatives. Words instead
 * where that cannot be done.
 */
function rowsOf(row: readonly Part[]): Part[][] | string {
  if (row.some((part) => holds(part, ({ type }) => type === 'Backreference'))) return 'a back reference';
  const at = row.findIndex((part) => !runOf(part) && holds(part, isUnbounded));
  if (at < 0) return [[...row]];
  const part = row[at] as Part;
  const isOptional = part.type === 'Quantifier' && part.min === 0 && part.max === 1;
  const group = isOptional ? part.element : part;
  if (group.type !== 'Group' && group.type !== 'CapturingGroup')
    return `unbounded repetition inside of ${part.raw}`;
  const alternatives = group.alternatives.filter(({ elements }) =>
    elements.some((one) => holds(one, isUnbounded)),
  );
  const rows: Part[][] = [];
  const variants: (readonly Part[])[] = alternatives.map(({ elements }) => elements);
  if (isOptional) variants.push([]);
  // The others hold no run; they are counted as they stand.
  const plain = group.alternatives.filter((one) => !alternatives.includes(one));
  if (plain.length > 0) variants.push([{ ...group, alternatives: plain } as Part]);
  for (const variant of variants) {
    const more = rowsOf([...row.slice(0, at), ...variant, ...row.slice(at + 1)]);
    if (typeof more === 'string') return more;
    rows.push(...more);
    if (rows.length > 500) return 'too many alternatives hold a repetition';
  }
  return rows;
}

function isUnbounded(node: AST.Node): boolean {
  return node.type === 'Quantifier' && node.max === Number.POSITIVE_INFINITY;
}

function holds(node: AST.Node, test: (node: AST.Node) => boolean): boolean {
  if (test(node)) return true;
  if (isCharacter(node)) return false;
  if (node.type === 'Quantifier') return holds(node.element, test);
  if (!('alternatives' in node)) return false;
  return (node.alternatives as AST.Alternative[]).some(({ elements }) =>
    elements.some((one) => holds(one, test)),
  );
}
