import type { AST } from '@eslint-community/regexpp';
import { type Follow, firstsAfter, isCharacter, overlaps, type Part } from './sets.ts';

/** The most steps that an attempt at one place may take, for a pattern to count as linear. */
export const mostSteps = 20_000;

type Cost = { steps: number; ways: number };

/**
 * Upper bounds of the steps of one attempt, and of the ways in which it can go on from there: the product over
 * everything that might give back what it took. Runs without a bound are looked at elsewhere and count as one step.
 */
export function costOf(alternatives: readonly AST.Alternative[], follow: Follow, flags: string): Cost {
  const each = alternatives.map(({ elements }) => ({
    letters: lettersOf(elements, flags),
    ...costOfRow(elements, follow, flags),
  }));
  // Those that match at one place begin with letters that continue each other: of these the worst chain counts.
  let [steps, ways] = [0, 1];
  for (const { letters } of each) {
    const chain = each.filter((other) => letters.startsWith(other.letters));
    steps = Math.max(steps, sum(chain.map((one) => one.steps)));
    ways = Math.max(ways, sum(chain.map((one) => one.ways)));
  }
  return { steps: steps + sum(each.map(({ letters }) => letters.length + 1)), ways };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function costOfRow(row: readonly Part[], follow: Follow, flags: string): Cost {
  let steps = 0;
  let ways = 1;
  for (const [at, part] of row.entries()) {
    const cost = costOfPart(part, firstsAfter(row, at + 1, follow), flags);
    steps += ways * cost.steps;
    ways *= cost.ways;
  }
  return { steps, ways };
}

function costOfPart(part: Part, follow: Follow, flags: string): Cost {
  if (part.type === 'Group' || part.type === 'CapturingGroup')
    return costOf(part.alternatives, follow, flags);
  if (part.type === 'Assertion' && (part.kind === 'lookahead' || part.kind === 'lookbehind'))
    return { steps: costOf(part.alternatives, { parts: [null], accepts: true }, flags).steps, ways: 1 };
  if (part.type !== 'Quantifier') return { steps: 1, ways: 1 };
  const { element, min } = part;
  const max = part.max === Number.POSITIVE_INFINITY ? Math.max(min, 1) : part.max;
  const isApart = !firstsAfter([], 0, follow).parts.some((one) => startsLike(element, one, flags));
  if (isCharacter(element)) return { steps: max + 1, ways: isApart ? 1 : max - min + 1 };
  // What is repeated is followed by itself too.
  const again: Follow = firstsAfter([element as Part], 0, follow);
  const one = costOfPart(
    element as Part,
    { parts: [...again.parts, ...follow.parts], accepts: follow.accepts },
    flags,
  );
  let steps = 1;
  let ways = min === 0 ? 1 : 0;
  let reached = 1;
  for (let count = 1; count <= max && steps < mostSteps * 100; count++) {
    steps += reached * one.steps;
    reached *= one.ways;
    if (count >= min) ways += reached;
  }
  return { steps, ways: isApart ? Math.max(1, reached) : Math.max(1, ways) };
}

/** Whether a part may begin with a character of a set. */
function startsLike(part: AST.QuantifiableElement, set: Follow['parts'][number], flags: string): boolean {
  const { parts, accepts } = firstsAfter([part as Part], 0, { parts: [], accepts: true });
  return accepts || parts.some((one) => overlaps(one, set, flags));
}

/** The letters with which a row of parts must begin, as far as they are plain. */
function lettersOf(row: readonly Part[], flags: string): string {
  let letters = '';
  for (const part of row) {
    if (part.type === 'Assertion' && part.kind === 'word') continue;
    if (part.type !== 'Character') break;
    letters += String.fromCodePoint(part.value);
  }
  return flags.includes('i') ? letters.toLowerCase() : letters;
}
