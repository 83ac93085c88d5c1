import { createHash } from 'node:crypto';
import { drawChart, serialise } from '../../growth/charts/index.ts';
import { reportStyle } from '../../growth/report/style.ts';
import { plainMarkdown } from '../../model/plainMarkdown.ts';
import type { PanelBlock, PanelContent, PanelItem, PanelSection } from './content.ts';
import { sectionMarkdown, sectionsToTake } from './markdown.ts';

/*
 * What a panel shows as a file of its own, for who takes it along: without offers, and without anybody's words meaning
 * anything but themselves.
 */

/** Width of a chart, in em of the text around it. */
const chartWidth = 40;

export const contentMarkdown = (content: PanelContent): string =>
  [`# ${plainMarkdown(content.title)}\n`, ...sectionsToTake(content).map(sectionMarkdown)].join('\n');

/**
 * One file that a browser opens: no script, nothing that is fetched, its own style and no other by its policy.
 * @param language as `languageTag` gives it
 * @param numbers what unfolds the table behind a chart
 */
export function contentHtml(
  content: PanelContent,
  { language, numbers }: { language: string; numbers: string },
): string {
  const { title } = content;
  const hash = createHash('sha256').update(reportStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  let charts = 0;
  const body = sectionsToTake(content).map((section, at) =>
    sectionHtml(section, at, (block) => blockHtml(block, `chart-${++charts}`, numbers)),
  );
  return `<!DOCTYPE html>
<html lang="${/^[a-z]{2,8}(-[a-z\d]{1,8}){0,3}$/i.test(language) ? language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1></header>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml(
  { heading, note, blocks }: PanelSection,
  at: number,
  draw: (block: PanelBlock) => string,
): string {
  return `<section aria-labelledby="part-${at + 1}">
<h2 id="part-${at + 1}">${escaped(heading)}</h2>
${note ? `<p class="facts">${escaped(note)}</p>` : ''}
${blocks.map(draw).join('\n')}
</section>`;
}

function blockHtml(block: PanelBlock, id: string, numbers: string): string {
  switch (block.kind) {
    case 'text':
      return block.text
        .split(/\n{2,}/)
        .map((paragraph) => `<p dir="auto">${paragraph.split('\n').map(escaped).join('<br>')}</p>`)
        .join('\n');
    case 'list': {
      const tag = block.isNumbered ? 'ol' : 'ul';
      return `<${tag} class="claims">\n${block.items
        .filter(({ isOnlyHere }) => !isOnlyHere)
        .map(itemHtml)
        .join('\n')}\n</${tag}>`;
    }
    case 'table':
      return tableHtml(block);
    case 'chart':
      return `<figure><figcaption>${escaped(block.caption)}</figcaption>
${serialise(drawChart(block.picture, { width: chartWidth, id }))}
<details><summary>${escaped(numbers)}</summary>
${tableHtml(block)}
</details></figure>`;
  }
}

function itemHtml({ text, about, marks = [] }: PanelItem): string {
  const behind = marks.map((mark) => ` <span class="mark">${escaped(mark)}</span>`).join('');
  const below = about ? `<p class="sources" dir="auto">${escaped(about)}</p>` : '';
  return `<li><p dir="auto">${escaped(text)}${behind}</p>${below}</li>`;
}

function tableHtml({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: string[];
  rows: string[][];
}): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`));
  return `<table><caption>${escaped(caption)}</caption>
<thead><tr>${columns.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row).join('')}</tr>`).join('\n')}</tbody></table>`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!);
