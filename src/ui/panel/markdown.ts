import { plainMarkdown } from '../../model/plainMarkdown.ts';
import { tableMarkdown } from '../growth/tableMarkdown.ts';
import type { PanelBlock, PanelContent, PanelItem, PanelSection } from './content.ts';

/** What may leave the panel: by a copy, by a file. */
export const sectionsToTake = ({ sections }: PanelContent): PanelSection[] =>
  sections.filter(({ isOnlyHere }) => !isOnlyHere);

/** A section as Markdown for a session's notes or a mail; nobody's words mean anything in it. Offers are left out. */
export function sectionMarkdown({ heading, note, blocks }: PanelSection): string {
  const parts = [`## ${plainMarkdown(heading)}`];
  if (note) parts.push(`_${plainMarkdown(note)}_`);
  for (const block of blocks) parts.push(...blockMarkdown(block));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockMarkdown(block: PanelBlock): string[] {
  switch (block.kind) {
    case 'text':
      return block.text
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.split('\n').map(plainMarkdown).join('  \n'));
    case 'list':
      return [
        block.items
          .filter(({ isOnlyHere }) => !isOnlyHere)
          .map((item, at) => `${block.isNumbered ? `${at + 1}.` : '-'} ${itemMarkdown(item)}`)
          .join('\n'),
      ];
    default: {
      const rows = block.rows.map((row) => row.map(plainMarkdown));
      return [`**${plainMarkdown(block.caption)}**`, tableMarkdown(block.columns.map(plainMarkdown), rows)];
    }
  }
}

function itemMarkdown({ text, about, marks = [] }: PanelItem): string {
  const behind = marks.length > 0 ? ` (${marks.map(plainMarkdown).join(', ')})` : '';
  return `${plainMarkdown(text)}${behind}${about ? ` · ${plainMarkdown(about)}` : ''}`;
}
