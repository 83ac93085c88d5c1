import type { Act, Figure, Section } from '../../src/ui/growth/panelProtocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';
import { picture } from '../shared/picture.ts';
import { table } from '../shared/table.ts';
import { isOpen, setOpen } from './memory.ts';
import { themeList } from './themes.ts';

export type Run = (act: Act) => Promise<boolean>;
export type Labels = { table: string; copy: string; copied: string };
export type SectionItem = { section: Section; labels: Labels };

/** One section: heading, sentence, charts, and behind a button the same as tables. */
export function sectionPart({ section: { id }, labels }: SectionItem, run: Run): Part<SectionItem> {
  const title = h('h2', { id: `title-${id}` });
  const summary = h('p', { class: 'summary' });
  const figures = h('div', { class: 'figures' });
  const themes = themeList(run);
  const tables = h('div', { class: 'tables', id: `tables-${id}` });
  const notes = h('ul', { class: 'notes' });
  const offers = h('div', { class: 'offers' });
  const fold = h('button', { type: 'button', class: 'quiet', 'aria-controls': tables.id });
  const copy = h('button', { type: 'button', class: 'quiet' }, labels.copy);
  const tools = h('div', { class: 'tools' }, fold, copy);
  const head = h('div', { class: 'head' }, title, tools);
  const element = h('section', { class: `section section-${id}`, 'aria-labelledby': title.id });
  element.append(head, summary, figures, themes.element, tables, offers, notes);
  fold.append(icon('chevron'), h('span', {}, labels.table));
  let current: Section | undefined;
  const showTables = (isShown: boolean) => {
    set(fold, { 'aria-expanded': String(isShown) });
    set(tables, { hidden: !isShown });
    // What nobody looks at is not built.
    keyed(
      tables,
      isShown ? (current?.figures ?? []) : [],
      (figure) => figure.id,
      () => tableOf(),
    );
  };
  fold.addEventListener('click', () => {
    const isShown = fold.getAttribute('aria-expanded') !== 'true';
    setOpen(`table ${id}`, isShown);
    showTables(isShown);
  });
  copy.addEventListener('click', async () => {
    if (!(await run({ act: 'copy', section: id }))) return;
    text(copy, labels.copied);
    set(copy, { 'aria-label': null });
    setTimeout(() => {
      text(copy, labels.copy);
      set(copy, { 'aria-label': current?.copyName ?? '' });
    }, 2000);
  });

  return {
    element,
    update({ section }) {
      current = section;
      text(title, section.title);
      text(summary, section.summary);
      set(fold, { 'aria-label': section.tableName, hidden: section.figures.length === 0 });
      set(copy, { 'aria-label': section.copyName, hidden: section.figures.length === 0 });
      const drawn = section.figures.filter(({ chart }) => chart !== null);
      set(figures, { hidden: drawn.length === 0, 'data-count': drawn.length });
      keyed(
        figures,
        drawn,
        (figure) => figure.id,
        () => figurePart(),
      );
      themes.update(section);
      showTables(isOpen(`table ${id}`));
      keyed(
        offers,
        section.offers,
        ({ act }) => act.act,
        () => offer(run),
      );
      set(offers, { hidden: section.offers.length === 0 });
      keyed(
        notes,
        section.notes,
        (note) => note,
        (note) => ({ element: h('li', {}, note), update: () => {} }),
      );
      set(notes, { hidden: section.notes.length === 0 });
    },
  };
}

function figurePart(): Part<Figure> {
  const title = h('h3', {});
  const { element: drawing, update } = picture();
  const element = h('figure', {}, title, drawing);
  return {
    element,
    update(figure) {
      text(title, figure.title ?? '');
      set(title, { hidden: figure.title === null });
      update(figure.chart);
    },
  };
}

function tableOf(): Part<Figure> {
  const { element, update } = table();
  return { element, update: (figure) => update(figure.table) };
}

export function offer(run: Run): Part<Section['offers'][number]> {
  const element = h('button', { type: 'button', class: 'link' });
  let act: Act | undefined;
  element.addEventListener('click', () => act && void run(act));
  return {
    element,
    update(next) {
      act = next.act;
      text(element, next.label);
    },
  };
}
