import '../shared/base.css';
import '../shared/editor.css';
import './style.css';
import type { PreviewState, SwitchView } from '../../src/ui/report/protocol.ts';
import { addChartSheet } from '../shared/chartSheet.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { ask, listen } from './host.ts';
import { type SectionItem, sectionPart, sourcesOf } from './section.ts';
import { sentence } from './words.ts';

addChartSheet();

const about = h('p', { class: 'about' });
const tools = h('div', { class: 'tools', role: 'group' });
const choose = h('legend', {});
const switches = h('div', { class: 'switches' });
const chooser = h('fieldset', { hidden: true }, choose, switches);
const noticeWords = h('span', { class: 'words' });
const offers = h('span', { class: 'offers' });
const notice = h('div', { class: 'notice', hidden: true }, noticeWords, offers);
const status = h('div', { role: 'status' }, notice);
const working = h('p', { class: 'working', role: 'status' });
const title = h('h1', {});
const lead = h('div', { class: 'lead' });
const sections = h('div', {});
const sources = h('div', {});
const main = h('main', { tabindex: -1 }, h('header', {}, title, lead), sections, sources);
document.body.append(h('aside', {}, about, tools, chooser, status), working, main);

let shown = '';
listen((state) => {
  const key = JSON.stringify(state);
  if (key === shown) return;
  shown = key;
  render(state);
});

function render({ language, labels, tools: buttons, report, notice: said }: PreviewState): void {
  set(document.documentElement, { lang: language });
  text(about, labels.about);
  text(choose, labels.choose);
  set(tools, { 'aria-label': labels.tools, hidden: report === null });
  keyed(tools, buttons, ({ act }) => act, toolPart);
  const isWorking = report === null && said === null;
  text(working, isWorking ? labels.working : '');
  set(main, { 'aria-busy': String(isWorking), hidden: report === null, 'aria-label': labels.page });
  set(chooser, { hidden: report === null || report.switches.length === 0 });
  text(noticeWords, said?.text ?? '');
  set(notice, { hidden: said === null, class: `notice ${said?.kind ?? ''}` });
  keyed(offers, said?.offers ?? [], ({ act }) => act, toolPart);
  if (!report) return;
  keyed(switches, report.switches, ({ id }) => id, switchPart);
  title.replaceChildren(...sentence(report.title));
  lead.replaceChildren(...report.lead.map((line) => h('p', {}, line)));
  keyed<SectionItem>(
    sections,
    report.sections.map((section) => ({ section, labels })),
    ({ section }) => section.id,
    (item) => sectionPart(item, ask),
  );
  const next = JSON.stringify(report.sources);
  if (sourced !== next) sources.replaceChildren(...sourcesOf(report.sources));
  sourced = next;
}

let sourced = '';

type Tool = PreviewState['tools'][number] | NonNullable<PreviewState['notice']>['offers'][number];
function toolPart({ act }: Tool): Part<Tool> {
  const element = h('button', { type: 'button', class: 'tool' });
  element.addEventListener('click', () => ask({ act }));
  return { element, update: ({ label }) => text(element, label) };
}

function switchPart({ id }: SwitchView): Part<SwitchView> {
  const input = h('input', { type: 'checkbox', id: `switch-${id}` });
  const label = h('label', { for: input.id });
  const hint = h('p', { class: 'hint', id: `hint-${id}` });
  input.addEventListener('change', () => ask({ act: 'put', what: 'switch', id, isIn: input.checked }));
  return {
    element: h('div', { class: 'switch' }, input, h('div', {}, label, hint)),
    update(item) {
      input.checked = item.isIn;
      text(label, item.label);
      text(hint, item.hint ?? '');
      set(hint, { hidden: item.hint === null });
      set(input, { 'aria-describedby': item.hint === null ? null : hint.id });
    },
  };
}
