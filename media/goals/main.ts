import '@vscode-elements/elements/dist/vscode-button/index.js';
import '../shared/base.css';
import './style.css';
import type { Act, PageState } from '../../src/ui/goals/protocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { keepFocus } from '../shared/focus.ts';
import { actionSection } from './actions.ts';
import { announcer } from './announce.ts';
import { balanceLine } from './balance.ts';
import { hatching } from './chart.ts';
import { type GroupItem, group } from './group.ts';
import { ask, listen } from './host.ts';
import { keepOnly, restoreScroll } from './memory.ts';
import { listenToKeys } from './menu.ts';
import { showNotices } from './notices.ts';
import { problemLine } from './problem.ts';
import { welcome } from './welcome.ts';

const title = h('h1', { class: 'unseen' });
const notices = h('div', { class: 'notices' });
const loading = h('p', { class: 'loading', hidden: true });
const start = h('div', {});
const balance = balanceLine((act) => void run(act));
const groups = h('div', { class: 'groups' });
const announce = announcer();
const main = h('main', { tabindex: -1 });
let problem: ReturnType<typeof problemLine> | undefined;
let shown = '';
let welcomed = '';
/** The page stands where it stood when it was last seen. */
let isPlaced = false;

listen((state) => {
  const key = JSON.stringify(state);
  if (key === shown) return;
  shown = key;
  const focused = document.activeElement;
  render(state);
  keepFocus(focused, main);
  announce.heard(state);
  if (!state.isLoading && !isPlaced) restoreScroll();
  isPlaced ||= !state.isLoading;
});

async function run(act: Act): Promise<void> {
  problem?.show(null);
  problem?.show(await ask(act));
}

function render(state: PageState): void {
  set(document.documentElement, { lang: state.language });
  if (!problem) {
    problem = problemLine(state.labels);
    main.append(title, problem.element, notices, loading, start, balance.element, groups);
    document.body.append(hatching(), main, announce.element);
    listenToKeys((act) => void run(act));
  }
  text(title, state.labels.page);
  set(main, { 'aria-busy': String(state.isLoading) });
  showNotices(notices, state.notices, (act) => void run(act));
  text(loading, state.labels.loading);
  set(loading, { hidden: !state.isLoading });
  showWelcome(state);
  balance.update(state.balance);
  keyed(groups, sectionsOf(state), ({ key }) => key, section);
  if (!state.isLoading) keepOnly(new Set(state.groups.flatMap((each) => each.goals.map(({ id }) => id))));
}

type Section = {
  key: string;
  labels: PageState['labels'];
  group?: GroupItem;
  actions?: NonNullable<PageState['actions']>;
};

/** The groups of goals, and after the active ones the next actions that serve none of these. */
function sectionsOf({ groups, actions, labels }: PageState): Section[] {
  const sections: Section[] = groups.map((each) => ({
    key: each.status,
    labels,
    group: { group: each, labels },
  }));
  const at = groups[0]?.status === 'active' ? 1 : 0;
  return actions ? sections.toSpliced(at, 0, { key: 'actions', labels, actions }) : sections;
}

function section(item: Section): Part<Section> {
  if (item.group) {
    const { element, update } = group(item.group);
    return { element, update: ({ group: next }) => next && update(next) };
  }
  const { element, update } = actionSection(problemLine(item.labels));
  return { element, update: ({ actions }) => actions && update(actions.list) };
}

function showWelcome({ welcome: item }: PageState): void {
  const key = JSON.stringify(item);
  if (key === welcomed) return;
  welcomed = key;
  start.replaceChildren(...(item ? [welcome(item, (act) => void run(act))] : []));
}
