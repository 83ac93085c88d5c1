import type { Cover } from './blocks.ts';

/** Elements whose content is code or somebody else's words. */
const quoting = ['pre', 'code', 'blockquote', 'kbd', 'samp', 'script', 'style'];

/**
 * The parts within a stretch of prose that are not the writer's words: inline code, HTML and its comments, links.
 * Goes through it once; what is searched for ahead and not there is not searched for again, so time is linear.
 */
export function inlineCovers(text: string, from: number, to: number): Cover[] {
  const covers: Cover[] = [];
  const runs = backtickRuns(text, from, to);
  const ahead = new Map<string, { asked: number; found: number }>();
  const find = (what: string, at: number) => {
    const known = ahead.get(what);
    if (known && known.asked <= at && (known.found >= at || known.found < 0)) return known.found;
    const found = text.indexOf(what, at);
    ahead.set(what, { asked: at, found: found < to ? found : -1 });
    return found < to ? found : -1;
  };
  let at = from;
  while (at < to) {
    const here = text[at];
    let end = -1;
    let kind: Cover['kind'] = 'link';
    if (here === '\\') {
      at += 2;
      continue;
    }
    if (here === '`') {
      const length = runLength(text, at, to);
      const close = runs.after(length, at + length);
      if (close < 0) {
        at += length;
        continue;
      }
      end = close + length;
      kind = 'code';
    } else if (here === '<') {
      ({ end, kind } = angle(text, at, to, find));
    } else if (here === '[') {
      end = linkEnd(text, at, to, find);
    } else if ((here === '"' || here === '\u201c') && !isWord(text[at - 1])) {
      end = citedEnd(text, at, to, find);
      kind = 'cited';
    } else if ((here === 'h' || here === 'H' || here === 'w' || here === 'W') && !isWord(text[at - 1])) {
      end = addressEnd(text, at, to);
    }
    if (end > at) {
      const start = kind === 'link' && text[at - 1] === '!' && here === '[' ? at - 1 : at;
      covers.push({ start, end: Math.min(end, to), kind });
      at = end;
    } else at++;
  }
  return covers;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}

function runLength(text: string, at: number, to: number): number {
  let length = 0;
  while (at + length < to && text[at + length] === '`') length++;
  return length;
}

/** For each length of a run of backticks, where the next one stands. */
function backtickRuns(text: string, from: number, to: number) {
  const places = new Map<number, { starts: number[]; next: number }>();
  for (let at = text.indexOf('`', from); at >= 0 && at < to; ) {
    const length = runLength(text, at, to);
    const known = places.get(length);
    if (known) known.starts.push(at);
    else places.set(length, { starts: [at], next: 0 });
    at = text.indexOf('`', at + length);
  }
  return {
    after(length: number, at: number): number {
      const known = places.get(length);
      if (!known) return -1;
      while (known.next < known.starts.length && (known.starts[known.next] as number) < at) known.next++;
      return known.starts[known.next] ?? -1;
    },
  };
}

type Find = (what: string, at: number) => number;

/** A comment, an element that quotes, any other tag, or an address in angle brackets. */
function angle(text: string, at: number, to: number, find: Find): { end: number; kind: Cover['kind'] } {
  if (text.startsWith('<!--', at)) {
    const close = find('-->', at + 4);
    return { end: close < 0 ? to : close + 3, kind: 'html' };
  }
  const tag = /^<\/?([a-z][a-z0-9-]{0,20})(?=[\s/>])[^<>]{0,500}>/i.exec(
    text.slice(at, Math.min(to, at + 540)),
  );
  if (!tag) {
    const address = /^<[a-z][a-z0-9+.-]{1,20}:[^\s<>]{0,2000}>/i.exec(
      text.slice(at, Math.min(to, at + 2040)),
    );
    return { end: address ? at + address[0].length : -1, kind: 'link' };
  }
  const name = (tag[1] as string).toLowerCase();
  const end = at + tag[0].length;
  if (tag[0][1] !== '/' && quoting.includes(name)) {
    const close = find(`</${name}>`, end);
    if (close >= 0) return { end: close + name.length + 3, kind: name === 'blockquote' ? 'quote' : 'code' };
  }
  return { end, kind: 'html' };
}

/** `[words](address)`, an image of that shape, or `[words][name]`; bounded, so that brackets cannot pile up. */
function linkEnd(text: string, at: number, to: number, find: Find): number {
  let close = at + 1;
  const most = Math.min(to, at + 300);
  while (close < most && text[close] !== ']' && text[close] !== '[' && text[close] !== '\n') close++;
  const after = text[close] === ']' ? text[close + 1] : '';
  if (after !== '(' && after !== '[') return -1;
  const end = find(after === '(' ? ')' : ']', close + 2);
  const line = find('\n', close + 2);
  return end < 0 || end > close + 2000 || (line >= 0 && line < end) ? -1 : end + 1;
}

/** Words in double quotation marks, of at most 200 characters in a line: somebody else's, or spoken about. */
function citedEnd(text: string, at: number, to: number, find: Find): number {
  const end = find(text[at] === '"' ? '"' : '\u201d', at + 1);
  const line = find('\n', at + 1);
  const isNear = end > at + 1 && end < Math.min(to, at + 200) && !(line >= 0 && line < end);
  return isNear && !isWord(text[end + 1]) ? end + 1 : -1;
}

/** A bare address, without the punctuation that ends its sentence. */
function addressEnd(text: string, at: number, to: number): number {
  const head = text.slice(at, at + 8).toLowerCase();
  if (!head.startsWith('http://') && head !== 'https://' && !head.startsWith('www.')) return -1;
  let end = at + 4;
  while (end < to && !/[\s<>]/.test(text[end] as string)) end++;
  while (end > at && /[.,;:!?'")\]*_]/.test(text[end - 1] as string)) end--;
  return end;
}
