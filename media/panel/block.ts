import type { BlockState, ItemState } from '../../src/ui/panel/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { picture } from '../shared/picture.ts';
import { table } from '../shared/table.ts';
import { isOpen, setOpen } from './memory.ts';
import { offersPart } from './offers.ts';
import type { BlockItem, Run } from './section.ts';

/** A piece of a section. Its kind never changes: another kind at its place is another part. */
export function blockPart({ block, name }: BlockItem, run: Run): Part<BlockItem> {
  switch (block.kind) {
    case 'text':
      return textPart();
    case 'list':
      return listPart(block.isNumbered === true, run);
    case 'table':
      return tablePart();
    case 'chart':
      return chartPart(name);
  }
}

const as = <K extends BlockState['kind']>(block: BlockState, kind: K) =>
  block.kind === kind ? (block as Extract<BlockState, { kind: K }>) : undefined;

function textPart(): Part<BlockItem> {
  const element = h('div', { class: 'text' });
  let last: string | undefined;
  return {
    element,
    update({ block }) {
      const next = as(block, 'text')?.text;
      if (next === undefined || next === last) return;
      last = next;
      const paragraphs = next.split(/\n[\t ]*\n/).filter((paragraph) => paragraph.trim() !== '');
      element.replaceChildren(...paragraphs.map((paragraph) => h('p', { dir: 'auto' }, paragraph)));
    },
  };
}

function listPart(isNumbered: boolean, run: Run): Part<BlockItem> {
  const element = h(isNumbered ? 'ol' : 'ul', { class: 'items', role: 'list' });
  return {
    element,
    update({ block }) {
      const items = as(block, 'list')?.items ?? [];
      keyed(
        element,
        named(items),
        ([name]) => name,
        () => itemPart(run),
      );
    },
  };
}

/** Items by what can be done with them, else by their words; the second of the same is another one. */
function named(items: readonly ItemState[]): [string, ItemState][] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = item.offers?.[0]?.id ?? item.text;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return [`${before} ${name}`, item];
  });
}

function itemPart(run: Run): Part<[string, ItemState]> {
  const words = h('span', { class: 'words', dir: 'auto' });
  const marks = h('span', { class: 'marks' });
  const about = h('p', { class: 'about', dir: 'auto' });
  const offers = offersPart(run);
  return {
    element: h('li', {}, h('div', { class: 'line' }, words, marks), about, offers.element),
    update([, item]) {
      text(words, item.text);
      text(about, item.about ?? '');
      set(about, { hidden: !item.about });
      const all = item.marks ?? [];
      if (marks.childElementCount !== all.length || marks.textContent !== all.join(''))
        marks.replaceChildren(...all.map((mark) => h('span', { class: 'mark' }, mark)));
      set(marks, { hidden: all.length === 0 });
      offers.update(item.offers ?? []);
    },
  };
}

function tablePart(): Part<BlockItem> {
  const { element, update } = table();
  return {
    element,
    update({ block }) {
      const next = as(block, 'table');
      if (next) update({ caption: next.caption, head: next.columns, rows: next.rows });
    },
  };
}

function chartPart(name: string): Part<BlockItem> {
  const caption = h('figcaption', {});
  const drawn = picture();
  const summary = h('summary', {});
  const numbers = table();
  const details = h('details', { open: isOpen(name) }, summary, numbers.element);
  details.addEventListener('toggle', () => setOpen(name, details.open));
  return {
    element: h('figure', {}, caption, drawn.element, details),
    update({ block, labels }) {
      const next = as(block, 'chart');
      if (!next) return;
      text(caption, next.caption);
      text(summary, labels.table);
      set(summary, { 'aria-label': `${labels.table}: ${next.caption}` });
      drawn.update(next.picture);
      numbers.update({ caption: next.caption, head: next.columns, rows: next.rows });
    },
  };
}
