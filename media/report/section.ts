import type { Act, ClaimView, PreviewState, ReportView, SectionView } from '../../src/ui/report/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { picture } from '../shared/picture.ts';
import { tableOf } from '../shared/table.ts';
import { links, sentence } from './words.ts';

type Labels = PreviewState['labels'];
type Ask = (act: Act) => void;
export type SectionItem = { section: SectionView; labels: Labels };

let boxes = 0;

/** A box that is named by what it stands beside. */
function box(ask: (isIn: boolean) => void, about: HTMLElement): HTMLInputElement {
  about.id = `about-${boxes++}`;
  const element = h('input', { type: 'checkbox', 'aria-labelledby': about.id });
  element.addEventListener('change', () => ask(element.checked));
  return element;
}

/** A section as it will be, with a box for the whole and one for each claim. */
export function sectionPart({ section: { id } }: SectionItem, ask: Ask): Part<SectionItem> {
  const heading = h('h2', {});
  const whole = box((isIn) => ask({ act: 'put', what: 'section', id, isIn }), heading);
  const hint = h('p', { class: 'hint', hidden: true });
  const claims = h('ul', { class: 'claims' });
  const element = h(
    'section',
    { 'aria-labelledby': heading.id },
    h('div', { class: 'head' }, whole, heading),
    hint,
    claims,
  );
  return {
    element,
    update({ section, labels }) {
      text(heading, section.title);
      whole.checked = section.has === 'all';
      whole.indeterminate = section.has === 'some';
      text(hint, section.hint ?? '');
      set(hint, { hidden: section.hint === null });
      keyed(
        claims,
        section.claims.map((claim) => ({ claim, labels })),
        ({ claim }) => claim.id,
        (item) => claimPart(item, ask),
      );
    },
  };
}

type ClaimItem = { claim: ClaimView; labels: Labels };

function claimPart({ claim: { id } }: ClaimItem, ask: Ask): Part<ClaimItem> {
  const words = h('p', { class: 'words' });
  const one = box((isIn) => ask({ act: 'put', what: 'claim', id, isIn }), words);
  const marks = h('p', { class: 'marks' });
  const shown = h('p', { class: 'sources' });
  const figure = figurePart();
  const body = h('div', { class: 'body' }, words, marks, shown, figure.element);
  const element = h('li', { class: 'claim' }, one, body);
  let key = '';
  return {
    element,
    update({ claim, labels }) {
      const next = JSON.stringify(claim);
      if (next === key) return;
      key = next;
      one.checked = claim.isIn;
      element.classList.toggle('out', !claim.isIn);
      words.replaceChildren(...sentence(claim.parts));
      const all = claim.isIn ? claim.marks : [...claim.marks, labels.leftOut];
      marks.replaceChildren(...all.map((mark) => h('span', { class: 'mark' }, mark)));
      set(marks, { hidden: all.length === 0 });
      shown.replaceChildren(document.createTextNode(`${labels.shownBy} `), ...links(claim.links));
      set(shown, { hidden: claim.links.length === 0 });
      figure.update({ chart: claim.chart, label: labels.numbers });
    },
  };
}

type FigureItem = { chart: ClaimView['chart']; label: string };

function figurePart(): Part<FigureItem> {
  const caption = h('figcaption', {});
  const drawn = picture();
  const summary = h('summary', {});
  const place = h('div', { class: 'table' });
  const element = h('figure', { hidden: true }, caption, drawn.element, h('details', {}, summary, place));
  return {
    element,
    update({ chart, label }) {
      set(element, { hidden: chart === null });
      if (!chart) return;
      text(caption, chart.table.caption);
      text(summary, label);
      drawn.update(chart.chart);
      place.replaceChildren(tableOf(chart.table));
    },
  };
}

/** What the links of the claims lead to. */
export function sourcesOf(sources: ReportView['sources']): Node[] {
  if (!sources) return [];
  const lists = sources.lists.flatMap(({ anchor, heading, about, links: all }) => [
    h('h3', { id: anchor }, heading),
    h('p', { class: 'facts' }, ...sentence(about)),
    h('ul', {}, ...all.map((one) => h('li', {}, ...links([one])))),
  ]);
  const entries = sources.entries.flatMap(({ anchor, heading, facts }) => [
    h('h3', { id: anchor }, heading),
    ...facts.map((fact) => h('p', { class: 'facts' }, ...sentence(fact))),
  ]);
  const heading = h('h2', { id: 'sources' }, sources.title);
  return [h('section', { 'aria-labelledby': 'sources', class: 'sourced' }, heading, ...lists, ...entries)];
}
