import { text } from './phrase.ts';
import type { Claim, Entry, Part, Report, ReportChart, Source } from './types.ts';
import type { ReportWords } from './words.ts';

/** So many sources stand beside their claim; the whole list stands at the end where there are more. */
const mostBeside = 4;

/** `list` and `entry` lead to a part of the same page, by its number. */
export type Link = { label: Part[] } & ({ url: string } | { list: number } | { entry: number });
export type OutlinedClaim = {
  id: string;
  parts: Part[];
  links: Link[];
  chart: ReportChart | null;
  isPrivate: boolean;
  isOfPrivateRepository: boolean;
};
/** A report with its sources numbered and in their places: what a writer writes. */
export type Outline = {
  title: Part[];
  lead: string[];
  sections: { id: string; title: string; claims: OutlinedClaim[] }[];
  lists: { number: number; about: Part[]; links: Link[] }[];
  entries: (Pick<Entry, 'title' | 'facts'> & { number: number })[];
};

export function outlineOf(report: Report, words: ReportWords): Outline {
  const numbers = new Map<string, number>();
  const lists: Outline['lists'] = [];
  const linkOf = (source: Source): Link => {
    if ('url' in source) return { label: source.label, url: source.url };
    const entry = numbers.get(source.record) ?? numbers.size + 1;
    numbers.set(source.record, entry);
    return { label: report.entries.get(source.record)?.title ?? text(`${entry}`), entry };
  };
  const outlined = ({ sources, ...claim }: Claim): OutlinedClaim => {
    const all = distinct(sources).map(linkOf);
    if (all.length <= mostBeside) return { ...claim, links: all };
    const list = lists.push({ number: lists.length + 1, about: claim.parts, links: all });
    const rest = all.length - mostBeside + 1;
    const more = { label: text(words.source.more(rest)), list };
    return { ...claim, links: [...all.slice(0, mostBeside - 1), more] };
  };
  const sections = report.sections.map(({ id, title, claims }) => ({
    id,
    title,
    claims: claims.map(outlined),
  }));
  const entries = [...numbers].flatMap(([id, number]) => {
    const entry = report.entries.get(id);
    return entry ? { number, title: entry.title, facts: entry.facts } : [];
  });
  return { title: report.title, lead: report.lead, sections, lists, entries };
}

function distinct(sources: readonly Source[]): Source[] {
  const seen = new Map<string, Source>();
  for (const source of sources) seen.set('url' in source ? source.url : `record ${source.record}`, source);
  return [...seen.values()];
}
