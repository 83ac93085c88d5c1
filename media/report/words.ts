import type { LinkView } from '../../src/ui/report/protocol.ts';
import { h } from '../shared/dom.ts';

type Parts = LinkView['label'];

/** A sentence: what people wrote is text in it, kept apart from the direction of what stands around. */
export const sentence = (parts: Parts): (HTMLElement | Text)[] =>
  parts.map((part) =>
    'text' in part
      ? document.createTextNode(part.text)
      : h('bdi', {}, 'said' in part ? part.said : part.name),
  );

export const link = ({ label, to }: LinkView): HTMLElement => h('a', { href: to }, ...sentence(label));

/** Links one after the other. */
export const links = (all: readonly LinkView[]): Node[] =>
  all.flatMap((one, at) => [...(at === 0 ? [] : [document.createTextNode(', ')]), link(one)]);
