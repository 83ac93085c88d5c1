import type { Section, ThemeView } from '../../src/ui/growth/panelProtocol.ts';
import { h, keyed, type Part, set, text } from '../shared/dom.ts';
import { icon, setIcon } from '../shared/icons.ts';
import { drawPictures, picture } from '../shared/picture.ts';
import { isOpen, setOpen } from './memory.ts';
import type { Run } from './section.ts';

/** Themes that are seen before somebody asks for all. */
const first = 8;

/** The themes of a section, each with its timeline; further ones wait behind a button. */
export function themeList(run: Run): Part<Section> {
  const legend = picture();
  const list = h('ul', { class: 'themes' });
  const more = h('button', { type: 'button', class: 'quiet more' });
  const element = h('div', { class: 'theme-list' }, legend.element, list, more);
  legend.element.classList.add('legend');
  let current: Section | undefined;
  const show = (isAll: boolean) => {
    const all = current?.themes ?? [];
    keyed(
      list,
      isAll ? all : all.slice(0, first),
      ({ id }) => id,
      ({ id }) => theme(id, run),
    );
    set(more, { hidden: isAll || all.length <= first });
  };
  more.addEventListener('click', () => {
    setOpen('themes', true);
    const next = list.children.length;
    show(true);
    drawPictures();
    // The button is gone: the focus goes on with what it brought.
    (list.children[next]?.querySelector('button') as HTMLElement | null)?.focus();
  });
  return {
    element,
    update(section) {
      current = section;
      set(element, { hidden: section.themes.length === 0 });
      legend.update(section.legend);
      text(more, section.moreThemes ?? '');
      show(isOpen('themes'));
    },
  };
}

function theme(id: string, run: Run): Part<ThemeView> {
  const name = h('h3', {});
  const tagIcon = icon('tag');
  const tagWord = h('span', {});
  const tag = h('span', { class: 'tag' }, tagIcon, tagWord);
  const standing = h('span', { class: 'standing' });
  const about = h('span', { class: 'about' });
  const timeline = picture();
  const words = h('span', {});
  const fold = h('button', { type: 'button', class: 'quiet fold' }, icon('chevron'), words);
  const show = h('button', { type: 'button', class: 'quiet' });
  const pieces = h('ul', { class: 'pieces' });
  const more = h('p', { class: 'hint' });
  const body = h('div', { class: 'body' }, pieces, more);
  const line = h('div', { class: 'line' }, tag, standing, about);
  const tools = h('div', { class: 'below' }, fold, show);
  const said = h('div', { class: 'said' }, name, line, tools);
  const element = h('li', { class: 'theme' }, said, timeline.element, body);
  const key = `theme ${id}`;
  let current: ThemeView | undefined;
  const setFold = (isUnfolded: boolean) => {
    set(fold, { 'aria-expanded': String(isUnfolded) });
    set(body, { hidden: !isUnfolded });
    keyed(
      pieces,
      isUnfolded ? (current?.pieces ?? []) : [],
      (piece) => piece.id,
      (piece) => pieceRow(piece.id, run),
    );
  };
  fold.addEventListener('click', () => {
    const isUnfolded = fold.getAttribute('aria-expanded') !== 'true';
    setOpen(key, isUnfolded);
    setFold(isUnfolded);
  });
  show.addEventListener('click', () => void run({ act: 'showTheme', theme: id }));
  return {
    element,
    update(view) {
      current = view;
      text(name, view.name);
      set(tag, { hidden: view.tag === null });
      if (view.tag) {
        setIcon(tagIcon, view.tag.tag);
        text(tagWord, view.tag.word);
      }
      set(standing, { hidden: view.standing === null, class: `standing ${view.standing?.kind ?? ''}` });
      text(standing, view.standing?.word ?? '');
      text(about, view.about);
      timeline.update(view.chart);
      text(words, view.unfold);
      set(fold, { 'aria-label': `${view.name}: ${view.unfold}` });
      text(show, view.show.label);
      set(show, { 'aria-label': view.show.name });
      text(more, view.more ?? '');
      set(more, { hidden: view.more === null });
      setFold(isOpen(key));
    },
  };
}

function pieceRow(id: string, run: Run): Part<ThemeView['pieces'][number]> {
  const words = h('span', { class: 'words' });
  const about = h('span', { class: 'about' });
  const button = h('button', { type: 'button', class: 'piece' }, words, about);
  button.addEventListener('click', () => void run({ act: 'openFeedback', feedback: id }));
  return {
    element: h('li', {}, button),
    update(piece) {
      text(words, piece.text);
      text(about, piece.about);
    },
  };
}
