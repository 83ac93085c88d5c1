import { coach, readability } from '../../../src/coach/comment/index.ts';

const fill = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Texts that are made to keep a reader busy, by what they repeat. */
const attacks: Record<string, (length: number) => string> = {
  words: (length) => fill('you always forget this. ', length),
  'one letter': (length) => fill('a', length),
  spaces: (length) => `x${fill(' ', length)}x`,
  'line feeds': (length) => `x${fill('\n', length)}x`,
  backticks: (length) => fill('`', length),
  'growing backticks': (length) =>
    fill(Array.from({ length: 200 }, (_, n) => `${'`'.repeat(n + 1)} `).join(''), length),
  tildes: (length) => `${fill('~', length)}\``,
  fences: (length) => fill('```\n', length),
  brackets: (length) => fill('[', length),
  'open links': (length) => fill('[](', length),
  images: (length) => fill('![a](', length),
  tags: (length) => fill('<a ', length),
  'open comments': (length) => fill('<!--', length),
  'open elements': (length) => fill('<code>', length),
  quotes: (length) => fill('> ', length),
  addresses: (length) => fill('http://', length),
  'an address of stops': (length) => `http://${fill('.', length)}`,
  capitals: (length) => fill('AB ', length),
  'one long capital': (length) => fill('A', length),
  marks: (length) => fill('!?', length),
  stops: (length) => fill('.', length),
  abbreviations: (length) => fill('e.g. ', length),
  'so so so': (length) => fill('this is so very really so ', length),
  'you you you': (length) => fill('you just really always ', length),
  'you without spaces': (length) => fill('you/', length),
  'oaths without spaces': (length) => fill('damn,i/', length),
  'please please': (length) => fill('please ', length),
  'one sentence': (length) => fill('and you would think that it is never the case ', length),
  labels: (length) => fill('nit (a): ', length),
  lists: (length) => fill('- a\n', length),
  names: (length) => fill('@a ', length),
  apostrophes: (length) => fill("'", length),
  hyphens: (length) => `a${fill('-', length)}`,
  emoji: (length) => fill('😀', length),
  surrogates: (length) => fill('\ud800', length),
  'right to left': (length) => fill('\u202eשלום ', length),
  'carriage returns': (length) => fill('a\r', length),
};

/**
 * Milliseconds for 30,000 and for 60,000 characters of each attack, and how much the second takes of the first: about
 * 2 where time is linear, 4 where it is quadratic. The least of nine runs counts.
 */
export function hostileTimes() {
  const each: Record<string, { ms: number; twiceMs: number; growth: number }> = {};
  for (const [name, make] of Object.entries(attacks)) {
    let ms = least(make(30_000));
    let twiceMs = least(make(60_000));
    // The collector of garbage may have had its turn in one of them only.
    for (let again = 0; again < 2 && twiceMs > 2.5 * ms; again++) {
      ms = Math.max(ms, least(make(30_000)));
      twiceMs = Math.min(twiceMs, least(make(60_000)));
    }
    // Below a millisecond the clock and the collector say more than the coach does.
    const growth = twiceMs < 3 ? 1 : Math.round((twiceMs / ms) * 10) / 10;
    each[name] = { ms: Math.round(ms * 10) / 10, twiceMs: Math.round(twiceMs * 10) / 10, growth };
  }
  const all = Object.entries(each).toSorted(([, a], [, b]) => b.growth - a.growth);
  const slowest = Object.entries(each).toSorted(([, a], [, b]) => b.twiceMs - a.twiceMs);
  return {
    attacks: all.length,
    worstGrowth: all[0]?.[1].growth ?? 0,
    growing: Object.fromEntries(all.slice(0, 5)),
    slowest: Object.fromEntries(slowest.slice(0, 5)),
  };
}

/** Time of the processor, as other programs of the machine take their turns too; in milliseconds. */
function least(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 9; run++) {
    const start = process.cpuUsage();
    coach(text, { level: 'full' });
    readability(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
