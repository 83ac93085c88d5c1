import type { Chart } from '../../growth/charts/types.ts';
import { clean } from '../../model/cleanText.ts';
import { cut } from '../webview/read.ts';
import type { PanelBlock, PanelContent, PanelItem, PanelOffer, PanelSection } from './content.ts';
import { most } from './protocol.ts';

/** How many are left out, in words: "200 more are not shown". */
export type MoreWords = (count: number) => string;

/**
 * What the page takes of a panel's content: without what hides or reorders text, each part cut where it is longer than
 * anybody reads, with a last row that says how many are left out. Ids of sections are made to differ.
 */
export function fitted({ title, sections }: PanelContent, more: MoreWords): PanelContent {
  const seen = new Set<string>();
  return {
    title: line(title),
    sections: sections.slice(0, most.sections).map((section) => fitSection(section, seen, more)),
  };
}

function fitSection(section: PanelSection, seen: Set<string>, more: MoreWords): PanelSection {
  let id = cut(section.id || 'section', 280);
  for (let n = 2; seen.has(id); n++) id = `${cut(section.id || 'section', 280)}~${n}`;
  seen.add(id);
  return {
    id,
    heading: line(section.heading),
    ...(section.note ? { note: line(section.note) } : {}),
    blocks: section.blocks.slice(0, most.blocks).map((block) => fitBlock(block, more)),
    ...(section.isOnlyHere ? { isOnlyHere: true } : {}),
    ...offersOf(section.offers),
  };
}

function fitBlock(block: PanelBlock, more: MoreWords): PanelBlock {
  switch (block.kind) {
    case 'text':
      return { kind: 'text', text: cut(clean(block.text), most.text) };
    case 'list': {
      const left = block.items.length - most.items;
      const items = block.items.slice(0, most.items).map(fitItem);
      return {
        kind: 'list',
        items: left > 0 ? [...items, { text: more(left) }] : items,
        ...(block.isNumbered ? { isNumbered: true } : {}),
      };
    }
    case 'table':
      return { kind: 'table', ...fitTable(block, more) };
    case 'chart':
      return { kind: 'chart', picture: fitPicture(block.picture), ...fitTable(block, more) };
  }
}

function fitItem({ text, about, marks, isOnlyHere, offers }: PanelItem): PanelItem {
  return {
    text: line(text),
    ...(about ? { about: line(about) } : {}),
    ...(marks?.length ? { marks: marks.slice(0, most.offers).map(line) } : {}),
    ...(isOnlyHere ? { isOnlyHere } : {}),
    ...offersOf(offers),
  };
}

function fitTable({ caption, columns, rows }: Table, more: MoreWords): Table {
  const left = rows.length - most.rows;
  const cells = (row: string[]) => row.slice(0, most.columns).map(line);
  const shown = rows.slice(0, most.rows).map(cells);
  return {
    caption: line(caption),
    columns: cells(columns),
    rows: left > 0 ? [...shown, [more(left)]] : shown,
  };
}
type Table = { caption: string; columns: string[]; rows: string[][] };

/** The same picture with its words on one line each. */
const fitPicture = (picture: Chart): Chart =>
  JSON.parse(JSON.stringify(picture), (_, value) => (typeof value === 'string' ? line(value) : value));

function offersOf(offers: PanelOffer[] | undefined): { offers?: PanelOffer[] } {
  if (!offers?.length) return {};
  return {
    offers: offers.slice(0, most.offers).map(({ id, label, says, isPrimary }) => ({
      id,
      label: line(label),
      ...(says ? { says: line(says) } : {}),
      ...(isPrimary ? { isPrimary: true } : {}),
    })),
  };
}

/** Anybody's words on one line. */
const line = (text: string): string => cut(clean(text).replace(/\s+/g, ' ').trim());

/** The ids of everything that is offered: nothing else is done for a page. */
export function offeredIn({ sections }: PanelContent): Set<string> {
  const all = sections.flatMap(({ blocks, offers = [] }) => [
    ...offers,
    ...blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.flatMap((one) => one.offers ?? []) : [],
    ),
  ]);
  return new Set(all.map(({ id }) => id));
}
