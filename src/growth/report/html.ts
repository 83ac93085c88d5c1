import { createHash } from 'node:crypto';
import { clean } from '../../model/cleanText.ts';
import { drawChart, serialise } from '../charts/index.ts';
import type { Link, Outline, OutlinedClaim } from './outline.ts';
import { reportStyle } from './style.ts';
import type { Part, ReportChart } from './types.ts';
import type { ReportWords } from './words.ts';

/** Width of a chart, in em of the text around it. */
const chartWidth = 40;

/**
 * A report as one file that a browser opens: no script, nothing that is fetched, its own style and no other by its
 * policy. Nobody's words are anything but text in it.
 */
export function toHtml(outline: Outline, words: ReportWords): string {
  const hash = createHash('sha256').update(reportStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = escaped(plainOf(outline.title));
  const hasSources = outline.lists.length + outline.entries.length > 0;
  const headings = outline.sections.map(({ title: heading }, at) => ({ id: `part-${at + 1}`, heading }));
  if (hasSources) headings.push({ id: 'sources', heading: words.sections.sources });
  const contents = headings.map(({ id, heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`);
  let charts = 0;
  const claim = ({ parts, links, chart, isPrivate }: OutlinedClaim) =>
    [
      isPrivate ? '<li class="private">' : '<li>',
      `<p>${inline(parts)}${isPrivate ? ` <span class="mark">${escaped(words.sections.private)}</span>` : ''}</p>`,
      links.length > 0
        ? `<p class="sources">${escaped(words.source.shownBy)} ${links.map(anchor).join(', ')}</p>`
        : '',
      chart ? figure(chart, `chart-${++charts}`, words) : '',
      '</li>',
    ].join('');
  return `<!DOCTYPE html>
<html lang="${/^[a-z]{2,8}(-[a-z\d]{1,8}){0,3}$/i.test(words.language) ? words.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${inline(outline.title)}</h1>
${outline.lead.map((line) => `<p class="lead">${escaped(line)}</p>`).join('\n')}
</header>
<nav aria-label="${escaped(words.sections.contents)}">
<ul>
${contents.join('\n')}
</ul>
</nav>
<main>
${outline.sections
  .map(
    ({ title: heading, claims }, at) => `<section aria-labelledby="part-${at + 1}">
<h2 id="part-${at + 1}">${escaped(heading)}</h2>
<ul class="claims">
${claims.map(claim).join('\n')}
</ul>
</section>`,
  )
  .join('\n')}
${hasSources ? sources(outline, words) : ''}
</main>
</body>
</html>
`;
}

function sources({ lists, entries }: Outline, words: ReportWords): string {
  const parts = [
    ...lists.map(
      ({ number, about, links }) =>
        `<h3 id="list-${number}">${escaped(words.source.list(number))}</h3>
<p class="facts">${inline(about)}</p>
<ul>${links.map((one) => `<li>${anchor(one)}</li>`).join('')}</ul>`,
    ),
    ...entries.map(
      ({ number, title, facts }) =>
        `<h3 id="entry-${number}">${escaped(words.source.entry(number))}</h3>
${[title, ...facts].map((fact) => `<p class="facts">${inline(fact)}</p>`).join('')}`,
    ),
  ];
  return `<section aria-labelledby="sources">
<h2 id="sources">${escaped(words.sections.sources)}</h2>
${parts.join('\n')}
</section>`;
}

function anchor(link: Link): string {
  const href = 'url' in link ? link.url : 'list' in link ? `#list-${link.list}` : `#entry-${link.entry}`;
  const outside = 'url' in link ? ' rel="noopener noreferrer"' : '';
  return `<a href="${escaped(href)}"${outside}>${inline(link.label)}</a>`;
}

function figure(
  { chart, table: { caption, head, rows } }: ReportChart,
  id: string,
  words: ReportWords,
): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`));
  return `<figure><figcaption>${escaped(caption)}</figcaption>
${serialise(drawChart(chart, { width: chartWidth, id }))}
<details><summary>${escaped(words.numbers)}</summary>
<table><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('\n')}</tbody></table></details></figure>`;
}

const inline = (parts: readonly Part[]): string =>
  parts
    .map((part) =>
      'text' in part
        ? escaped(part.text)
        : `<bdi>${escaped('said' in part ? part.said.replace(/\s+/g, ' ') : part.name)}</bdi>`,
    )
    .join('');

const plainOf = (parts: readonly Part[]): string =>
  parts.map((part) => ('text' in part ? part.text : 'said' in part ? part.said : part.name)).join('');

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text in an element or an attribute: without what cannot be seen, and no sign of it means anything. */
const escaped = (words: string): string => clean(words).replace(/[&<>"']/g, (sign) => signs[sign]!);
