import type { Claim, Part, Report, Source } from './types.ts';

/**
 * What may be taken out besides sections and claims: everybody's name but the mentee's, names that only a repository
 * tells that not everybody may read, charts with their tables.
 */
export const switches = ['names', 'closedNames', 'charts'] as const;

export type Choice = {
  /** Ids of sections and claims, and of `switches`. */
  without: ReadonlySet<string>;
  /** What only this user sees is in it as far as `without` does not name it; else nothing of it is. */
  includePrivate: boolean;
  /** Stands where a name was. */
  somebody: string;
};

/**
 * The report without what was taken out: nothing of that is in the result, so that no writer can let it through. A
 * section without claims goes, too, and a record that no claim names any more.
 */
export function takeOut(report: Report, { without, includePrivate, somebody }: Choice): Report {
  const isIn = ({ id, isPrivate }: Claim) => !without.has(id) && (includePrivate || !isPrivate);
  const isNameless = without.has('names');
  const out = isNameless ? report.names : without.has('closedNames') ? report.closedNames : [];
  const clean = isNameless || out.length > 0 ? withoutNames(report, { out, isNameless, somebody }) : null;
  const parts = (all: Part[]) => (clean ? all.map(clean) : all);
  const source = (one: Source): Source =>
    clean && 'url' in one ? { ...one, label: parts(one.label), url: keptUrl(one.url, out, clean) } : one;
  const sections = report.sections
    .filter(({ id }) => !without.has(id))
    .map(({ claims, ...section }) => ({
      ...section,
      claims: claims.filter(isIn).map((claim) => ({
        ...claim,
        parts: parts(claim.parts),
        sources: claim.sources.map(source).filter((one) => 'record' in one || one.url !== ''),
        chart: without.has('charts') ? null : claim.chart,
      })),
    }))
    .filter(({ claims }) => claims.length > 0);
  const named = new Set(
    sections.flatMap(({ claims }) =>
      claims.flatMap(({ sources }) => sources.flatMap((one) => ('record' in one ? one.record : []))),
    ),
  );
  const entries = new Map(
    [...report.entries]
      .filter(([id]) => named.has(id))
      .map(([id, entry]) => [id, { ...entry, title: parts(entry.title), facts: entry.facts.map(parts) }]),
  );
  return {
    ...report,
    title: parts(report.title),
    names: report.names.filter((name) => !out.includes(name)),
    closedNames: [],
    sections,
    entries,
  };
}

/** An address in which a name stands is left out as a whole: without it, it would lead elsewhere. */
function keptUrl(url: string, names: readonly string[], clean: (part: Part) => Part): string {
  if (names.length === 0) return url;
  let plain = url;
  try {
    plain = decodeURIComponent(url);
  } catch {
    // Then it is looked at as it stands.
  }
  const isFree = [url, plain].every((one) => saidOf(clean({ said: one })) === one);
  return isFree ? url : '';
}

const saidOf = (part: Part): string | null => ('said' in part ? part.said : null);

/** Takes names out of parts: those that are one, and those that stand within somebody's words. */
function withoutNames(
  { mentee }: Report,
  { out, isNameless, somebody }: { out: readonly string[]; isNameless: boolean; somebody: string },
): (part: Part) => Part {
  // The longest first: what is left of a name would say it still.
  const all = [...new Set(out.map((name) => name.toLowerCase()))].sort((a, b) => b.length - a.length);
  const own = mentee?.toLowerCase();
  return (part) => {
    if ('name' in part) return isNameless || part.isClosed ? { text: somebody } : part;
    if (!('said' in part)) return part;
    let { said } = part;
    if (isNameless)
      said = said.replace(/@([a-z\d][a-z\d-]{0,100})/gi, (mention, login: string) =>
        login.toLowerCase() === own ? mention : `@${somebody}`,
      );
    for (const name of all) said = replaced(said, name, somebody);
    return { said };
  };
}

/** Every place at which the name stands as a word of its own, whatever its case. */
function replaced(words: string, name: string, by: string): string {
  const lower = words.toLowerCase();
  // Where small letters are longer, places would not be the same in both: then all counts as in small letters.
  const from = lower.length === words.length ? words : lower;
  let out = '';
  let last = 0;
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    if (at < last || isLetter(lower[at - 1]) || isLetter(lower[at + name.length])) continue;
    out += from.slice(last, at) + by;
    last = at + name.length;
  }
  return out + from.slice(last);
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
