import '../shared/base.css';
import '../shared/editor.css';
import '../shared/reading.css';
import './style.css';
import type { Act, PanelState, SectionState } from '../../src/ui/panel/protocol.ts';
import { addChartSheet } from '../shared/chartSheet.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { keepFocus } from '../shared/focus.ts';
import { icon } from '../shared/icons.ts';
import { drawPictures } from '../shared/picture.ts';
import { ask, listen } from './host.ts';
import { keep, restoreScroll } from './memory.ts';
import { headingOf, type SectionItem, sectionPart } from './section.ts';

addChartSheet();

const title = h('h1', {});
const jump = h('ul', {});
const nav = h('nav', { hidden: true }, jump);
const problemWords = h('span', { class: 'words', dir: 'auto' });
const again = h('button', { type: 'button', class: 'link' });
const log = h('button', { type: 'button', class: 'link' });
const problem = h(
  'div',
  { class: 'problem', hidden: true },
  icon('warning'),
  problemWords,
  h('span', { class: 'offers' }, again, log),
);
const working = h('p', { class: 'working', role: 'status' });
const sections = h('div', { class: 'sections' });
const announce = h('div', { class: 'unseen', role: 'status' });
const main = h('main', { tabindex: -1 }, h('header', {}, title, nav), h('div', { role: 'alert' }, problem));
main.append(working, sections);
document.body.append(main, announce);
again.addEventListener('click', () => void run({ act: 'reload' }));
log.addEventListener('click', () => void run({ act: 'showLog' }));

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
  const around = focused?.closest('section')?.querySelector('h2') ?? null;
  render(state);
  // Where the button is gone that was pressed, its section is the place to go on from.
  keepFocus(focused?.isConnected ? focused : around?.isConnected ? around : focused, main);
  keep(state.kept);
  if (!state.isLoading && !isPlaced) restoreScroll();
  isPlaced ||= !state.isLoading;
});

/** True when it went well; what went wrong is shown above. */
async function run(act: Act): Promise<boolean> {
  said = await ask(act);
  showProblem();
  text(announce, said === null && act.act === 'copy' ? (current?.labels.copied ?? '') : '');
  return said === null;
}

function render(state: PanelState): void {
  const { labels } = state;
  set(document.documentElement, { lang: state.language });
  document.title = state.title;
  text(title, state.title);
  set(main, { 'aria-busy': String(state.isLoading) });
  text(working, state.isLoading ? labels.loading : '');
  set(working, { hidden: !state.isLoading });
  set(nav, { 'aria-label': labels.jump, hidden: state.sections.length < 3 });
  keyed(jump, state.sections, ({ id }) => id, jumpPart);
  showProblem();
  keyed<SectionItem>(
    sections,
    state.sections.map((section) => ({ section, labels })),
    ({ section }) => section.id,
    (item) => sectionPart(item, run),
  );
  drawPictures();
}

/** Reads on in a section: the view goes there, and the focus with it. */
function jumpPart({ id }: SectionState): Part<SectionState> {
  const button = h('button', { type: 'button', class: 'link' });
  button.addEventListener('click', () => {
    const heading = headingOf(id);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  });
  return { element: h('li', {}, button), update: ({ heading }) => text(button, heading) };
}

function showProblem(): void {
  const of = current?.problem ?? null;
  const now = said ?? of?.text ?? null;
  text(problemWords, now === null ? '' : `${current?.labels.problem ?? ''}: ${now}`);
  text(again, of?.again ?? '');
  text(log, of?.log ?? '');
  set(again, { hidden: of === null });
  set(log, { hidden: of === null });
  set(problem, { hidden: now === null });
}
