import type { Act, BlockState, OfferState, PanelState, SectionState } from '../../src/ui/panel/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { blockPart } from './block.ts';
import { offersPart } from './offers.ts';

export type Run = (act: Act) => Promise<boolean>;
export type Labels = PanelState['labels'];
export type SectionItem = { section: SectionState; labels: Labels };
export type BlockItem = { block: BlockState; labels: Labels; name: string };

const headings = new Map<string, HTMLElement>();

/** The heading of a section, to jump to. */
export const headingOf = (id: string): HTMLElement | undefined => headings.get(id);

let made = 0;

/** One section: heading, note, what it says, what can be done. */
export function sectionPart({ section: { id } }: SectionItem, run: Run): Part<SectionItem> {
  const heading = h('h2', { id: `heading-${made++}`, tabindex: -1 });
  headings.set(id, heading);
  const copy = h('button', { type: 'button', class: 'quiet' });
  const note = h('p', { class: 'note' });
  const blocks = h('div', { class: 'blocks' });
  const offers = offersPart(run);
  const element = h(
    'section',
    { class: 'section', 'aria-labelledby': heading.id },
    h('div', { class: 'head' }, heading, copy),
    note,
    blocks,
    offers.element,
  );
  let labels: { copy: string; copied: string; name: string } | undefined;
  copy.addEventListener('click', async () => {
    if (!(await run({ act: 'copy', section: id })) || !labels) return;
    text(copy, labels.copied);
    set(copy, { 'aria-label': null });
    setTimeout(() => {
      text(copy, labels?.copy ?? '');
      set(copy, { 'aria-label': labels?.name ?? null });
    }, 2000);
  });
  return {
    element,
    update({ section, labels: words }) {
      labels = { copy: words.copy, copied: words.copied, name: section.copyName };
      text(heading, section.heading);
      text(note, section.note ?? '');
      set(note, { hidden: !section.note });
      text(copy, words.copy);
      set(copy, {
        'aria-label': section.copyName,
        hidden: section.blocks.length === 0 || section.isOnlyHere === true,
      });
      keyed<BlockItem>(
        blocks,
        section.blocks.map((block, at) => ({ block, labels: words, name: `${id} ${at} ${block.kind}` })),
        ({ name }) => name,
        (item) => blockPart(item, run),
      );
      offers.update(section.offers ?? ([] as OfferState[]));
    },
  };
}
