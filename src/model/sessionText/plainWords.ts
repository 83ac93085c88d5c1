/** Text that means nothing but itself. */
const ordinary = /[^\\`<![\]*_~&]+/y;
const entity = /&(amp|lt|gt|quot|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/iy;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const isSign = /[!-/:-@[-`{-~]/;
const longestAddress = 1000;
const mostNested = 8;

/** A run of signs that may begin or end emphasis. */
type Run = { at: number; left: number };

/**
 * What a line of Markdown shows, as plain words in one line: links by their words, code without its marks, emphasis
 * and HTML left out, what is escaped as itself. Signs that are no pair stay: `*args` is no emphasis. Linear time.
 */
export function plainWords(markdown: string): string {
  const out: string[] = [];
  const brackets: number[] = [];
  const open: Record<string, Run[]> = { '*': [], _: [], '~': [] };
  const unclosed = new Set<number>();
  let at = 0;
  while (at < markdown.length) {
    ordinary.lastIndex = at;
    const plain = ordinary.exec(markdown);
    if (plain) {
      out.push(plain[0]);
      at += plain[0].length;
      continue;
    }
    const sign = markdown[at] as string;
    const next = markdown[at + 1] ?? '';
    if (sign === '\\' && isSign.test(next)) {
      out.push(next);
      at += 2;
    } else if (sign === '`') {
      const code = codeAt(markdown, at, unclosed);
      out.push(code.words);
      at = code.end;
    } else if (sign === '<') {
      const tag = tagAt(markdown, at);
      out.push(tag.words);
      at = tag.end;
    } else if (sign === '[') {
      brackets.push(out.length);
      out.push(sign);
      at++;
    } else if (sign === ']') {
      const end = brackets.length > 0 ? addressEnd(markdown, at + 1) : -1;
      const start = brackets.pop();
      if (end < 0 || start === undefined) out.push(sign);
      else {
        out[start] = '';
        if (out[start - 1] === '!') out[start - 1] = '';
      }
      at = end < 0 ? at + 1 : end;
    } else if (sign === '&') {
      entity.lastIndex = at;
      const found = entity.exec(markdown);
      out.push(found ? meant(found[1] as string) : sign);
      at += found ? found[0].length : 1;
    } else if (sign === '*' || sign === '_' || sign === '~') {
      let end = at + 1;
      while (markdown[end] === sign) end++;
      emphasis(markdown, at, end, out, open[sign] as Run[]);
      at = end;
    } else {
      out.push(sign);
      at++;
    }
  }
  return out.join('').replace(/\s+/gu, ' ').trim();
}

function codeAt(text: string, start: number, unclosed: Set<number>): { words: string; end: number } {
  let from = start + 1;
  while (text[from] === '`') from++;
  const length = from - start;
  // A length that is not closed once is never closed later: each is looked for once.
  let at = unclosed.has(length) ? -1 : text.indexOf('`', from);
  while (at >= 0) {
    let end = at + 1;
    while (text[end] === '`') end++;
    if (end - at === length) return { words: text.slice(from, at), end };
    at = text.indexOf('`', end);
  }
  unclosed.add(length);
  return { words: text.slice(start, from), end: from };
}

/** Tags are left out, an address in angle brackets stays. */
function tagAt(text: string, start: number): { words: string; end: number } {
  const part = text.slice(start + 1, start + 1 + longestAddress);
  const end = part.search(/[<>]/);
  if (end < 0 || part[end] === '<' || !/^\/?[a-z]/i.test(part)) return { words: '<', end: start + 1 };
  const inside = part.slice(0, end);
  const isAddress = /^[a-z][a-z\d+.-]{1,31}:\S*$|^[^\s@/]+@[^\s@/]+$/i.test(inside);
  const words = isAddress ? inside : /^br\b/i.test(inside) ? ' ' : '';
  return { words, end: start + end + 2 };
}

/** Where the address or the label after a link's words ends, -1 where there is none. */
function addressEnd(text: string, start: number): number {
  const close = text[start] === '(' ? ')' : text[start] === '[' ? ']' : '';
  if (close === '') return -1;
  let depth = 0;
  const last = Math.min(text.length, start + longestAddress);
  for (let at = start; at < last; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[start] && ++depth > mostNested) return -1;
    else if (text[at] === close && --depth === 0) return at + 1;
  }
  return -1;
}

function meant(name: string): string {
  const number = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? '';
  return number > 31 && number <= 0x10ffff ? String.fromCodePoint(number).toWellFormed() : ' ';
}

const isBlank = (sign: string) => sign === '' || /\s/u.test(sign);
const isPunctuation = (sign: string) => /[\p{P}\p{S}]/u.test(sign);

/** Takes the signs of a pair out, and keeps those of a run that opens one for later. */
function emphasis(text: string, start: number, end: number, out: string[], open: Run[]): void {
  const [sign, before, after] = [text[start] as string, text[start - 1] ?? '', text[end] ?? ''];
  const opens = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
  const closes = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
  const isWithin = sign === '_' && opens && closes;
  let left = end - start;
  if (sign === '~' && left !== 2) return void out.push(sign.repeat(left));
  if (closes && (!isWithin || isPunctuation(after))) {
    for (let run = open.at(-1); run && left > 0; run = open.at(-1)) {
      const pairs = Math.min(run.left, left);
      run.left -= pairs;
      left -= pairs;
      out[run.at] = sign.repeat(run.left);
      if (run.left === 0) open.pop();
    }
  }
  if (left > 0 && opens && (!isWithin || isPunctuation(before))) open.push({ at: out.length, left });
  out.push(sign.repeat(left));
}
