import { plainMarkdown } from '../../model/plainMarkdown.ts';
import type { Link, Outline } from './outline.ts';
import type { Part, Table } from './types.ts';
import type { ReportWords } from './words.ts';

/**
 * A report as Markdown: headings, a list of claims in each section with links to what shows them, numbers of charts as
 * tables, and the sources. Nobody's words are Markdown, a link, a mention or HTML in it.
 */
export function toMarkdown(outline: Outline, words: ReportWords): string {
  const slugs = { list: words.source.list, entry: words.source.entry };
  const link = (one: Link): string => {
    const href =
      'url' in one
        ? `<${one.url.replace(/[\s<>\\`]/g, encodeURIComponent)}>`
        : `#${slug('list' in one ? slugs.list(one.list) : slugs.entry(one.entry))}`;
    return `[${inline(one.label)}](${href})`;
  };
  const blocks = [`# ${inline(outline.title)}`, outline.lead.map(own).join(' ')];
  for (const { title, claims } of outline.sections) {
    blocks.push(`## ${own(title)}`);
    let lines: string[] = [];
    for (const { parts, links, chart, isPrivate } of claims) {
      const mark = isPrivate ? ` *(${own(words.sections.private)})*` : '';
      const shown = links.length > 0 ? ` (${links.map(link).join(', ')})` : '';
      lines.push(`- ${inline(parts)}${mark}${shown}`);
      if (!chart) continue;
      blocks.push(lines.join('\n'), table(chart.table));
      lines = [];
    }
    if (lines.length > 0) blocks.push(lines.join('\n'));
  }
  if (outline.lists.length + outline.entries.length > 0) blocks.push(`## ${own(words.sections.sources)}`);
  for (const { number, about, links } of outline.lists)
    blocks.push(
      `### ${own(slugs.list(number))}`,
      inline(about),
      links.map((one) => `- ${link(one)}`).join('\n'),
    );
  for (const { number, title, facts } of outline.entries) {
    const lines = [title, ...facts].map(inline).join('; ');
    blocks.push(`### ${own(slugs.entry(number))}`, lines);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** A table of Cairn's own words and numbers. */
function table({ caption, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(own).join(' | ')} |`;
  const rule = `| ${head.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`;
  return [`${own(caption)}:`, '', line(head), rule, ...rows.map(line)].join('\n');
}

const inline = (parts: readonly Part[]): string =>
  parts
    .map((part) => ('text' in part ? own(part.text) : plain('said' in part ? part.said : part.name)))
    .join('');

/** Cairn's own words: what a translation may hold is no Markdown either. */
const own = (words: string): string =>
  words
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|~]/g, '\\$&');

/** Words as they are: neither their signs mean anything, nor do addresses and mentions in them lead anywhere. */
export function plain(words: string): string {
  const core = plainMarkdown(words)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(mailto|xmpp):/gi, '$1\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@(?=[\p{L}\p{N}])/gu, '@\u2060');
  if (core === '') return words === '' ? '' : ' ';
  return `${/^\s/.test(words) ? ' ' : ''}${core}${/\s$/.test(words) ? ' ' : ''}`;
}

/** How GitHub and VS Code address a heading: letters, digits and hyphens, in small letters. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
