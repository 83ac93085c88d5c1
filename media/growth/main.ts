import '../shared/base.css';
import '../shared/editor.css';
import '../shared/reading.css';
import './style.css';
import type { Act, PanelState } from '../../src/ui/growth/panelProtocol.ts';
import { addChartSheet } from '../shared/chartSheet.ts';
import { h, keyed, set, text } from '../shared/dom.ts';
import { keepFocus } from '../shared/focus.ts';
import { icon } from '../shared/icons.ts';
import { drawPictures } from '../shared/picture.ts';
import { filterBar } from './filter.ts';
import { ask, listen } from './host.ts';
import { keepFilter, restoreScroll } from './memory.ts';
import { offer, type SectionItem, sectionPart } from './section.ts';

addChartSheet();

const title = h('h1', {});
const subtitle = h('p', { class: 'subtitle' });
const filter = filterBar(run);
const working = h('p', { class: 'working', role: 'status' });
const problemWords = h('span', { class: 'words' });
const problemOffers = h('span', { class: 'offers' });
const problem = h('div', { class: 'problem', hidden: true }, icon('warning'), problemWords, problemOffers);
const alert = h('div', { role: 'alert' }, problem);
const start = h('div', { class: 'welcome', hidden: true });
const sections = h('div', { class: 'sections' });
const footer = h('p', { class: 'footer' });
const announce = h('div', { class: 'unseen', role: 'status' });
const main = h('main', { tabindex: -1 });
main.append(
  h('header', {}, h('div', { class: 'titles' }, title, subtitle), filter.element),
  alert,
  working,
  start,
  sections,
  footer,
);
document.body.append(main, announce);

let shown = '';
let said: string | null = null;
let current: PanelState | undefined;
/** The page stands where it stood when it was last seen. */
let isPlaced = false;

listen((state) => {
  const key = JSON.stringify(state);
  if (key === shown) return;
  shown = key;
  current = state;
  const focused = document.activeElement;
  render(state);
  keepFocus(focused, main);
  keepFilter({ period: state.period, goal: state.goal });
  if (!state.isLoading && !isPlaced) restoreScroll();
  isPlaced ||= !state.isLoading;
});

/** True when it went well; what went wrong is shown above. */
async function run(act: Act): Promise<boolean> {
  said = await ask(act);
  showProblem();
  if (said === null && act.act === 'copy') text(announce, current?.labels.copied ?? '');
  else text(announce, '');
  return said === null;
}

function render(state: PanelState): void {
  set(document.documentElement, { lang: state.language });
  text(title, state.title);
  text(subtitle, state.subtitle);
  filter.update(state);
  set(filter.element, { hidden: state.isLoading || state.welcome !== null });
  set(main, { 'aria-busy': String(state.isLoading) });
  text(working, state.isLoading ? state.labels.loading : (state.working ?? ''));
  showProblem();
  showWelcome(state);
  const items = state.sections.map((section) => ({ section, labels: state.labels }));
  keyed<SectionItem>(
    sections,
    items,
    ({ section }) => section.id,
    (item) => sectionPart(item, run),
  );
  text(footer, state.isLoading ? '' : state.footer);
  drawPictures();
}

function showProblem(): void {
  const now = said === null ? (current?.problem ?? null) : { text: said, offers: [] };
  text(problemWords, now === null ? '' : `${current?.labels.problem ?? ''}: ${now.text}`);
  keyed(
    problemOffers,
    now?.offers ?? [],
    ({ act }) => act.act,
    () => offer(run),
  );
  set(problem, { hidden: now === null });
}

let welcomed = '';
function showWelcome({ welcome }: PanelState): void {
  set(start, { hidden: welcome === null });
  const key = JSON.stringify(welcome);
  if (key === welcomed) return;
  welcomed = key;
  if (!welcome) {
    start.replaceChildren();
    return;
  }
  const offers = h('div', { class: 'buttons' });
  keyed(
    offers,
    welcome.offers,
    ({ act }) => act.act,
    () => offer(run),
  );
  start.replaceChildren(h('h2', {}, welcome.title), h('p', {}, welcome.text), offers);
}
