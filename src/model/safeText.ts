import { clean, closes, fence, withoutComments } from './cleanText.ts';

/*
 * Strangers' words, made fit to be shown. VS Code's Markdown loads https images even of untrusted text, so no
 * image may be left; HTML is shown as text; only links that lead to a web page or a mail box stay links.
 */

/** Longest body that is shown, in characters: GitHub allows 65,536. */
const longestBody = 65_536;

/**
 * A comment's body for a `MarkdownString` with `isTrusted` and `supportHtml` off. Images become links, HTML
 * becomes text, links with other schemes than http, https and mailto lose their address, what reorders or
 * hides text is taken out, and what is too long is cut with a note. Takes linear time.
 */
export function safeMarkdown(body: string): string {
  const isCut = body.length > longestBody;
  const whole = clean(isCut ? `${body.slice(0, longestBody)}` : body);
  const text = neutralise(whole);
  return isCut ? `${text}\n\n(The comment is longer; open it on GitHub to read the rest.)` : text;
}

/** A fence on the line on which a list's item begins. */
const itemFence = /^( {0,12}(?:[-*+]|\d{1,9}[.)]) {1,4})(`{3,}(?!`)|~{3,}(?!~))([^`]*)$/;

/** Fenced code is written anew so that every renderer agrees on where it ends; all else loses its teeth. */
function neutralise(text: string): string {
  const lines = text.split('\n');
  const out: string[] = [];
  let prose: string[] = [];
  const flush = () => {
    if (prose.length > 0) out.push(neutraliseProse(prose.join('\n')));
    prose = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const item = itemFence.exec(lines[i] as string);
    const opening = item ?? fence.exec(lines[i] as string);
    if (!opening) {
      prose.push(lines[i] as string);
      continue;
    }
    const [, before = '', marks = '', info = ''] = opening;
    if (item) prose.push(`${before}&nbsp;`);
    const indent = item ? ' '.repeat(before.length) : before;
    flush();
    const code: string[] = [];
    for (i++; i < lines.length && !closes(lines[i] as string, marks); i++) {
      const line = lines[i] as string;
      code.push(line.startsWith(indent) ? line : indent + line.trimStart());
    }
    // Longer than any run inside and on lines of its own, so nothing inside can end it early.
    const marksAround = '`'.repeat(Math.max(3, longestRun(code) + 1));
    const label = info.replace(/[^\w+#.-]+/g, ' ').trim();
    out.push('', `${indent}${marksAround}${label}`, ...code, `${indent}${marksAround}`, '');
  }
  flush();
  return out.join('\n');
}

function longestRun(lines: readonly string[]): number {
  let longest = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  }
  return longest;
}

/** Text outside fences; what a renderer might take for one there is shown as its signs. Tags come first, since taking one out could join what stood on its two sides. */
function neutraliseProse(text: string): string {
  return withoutComments(text)
    .replace(/\\?(`{3,}|~{3,})/g, (_, run: string) =>
      (run[0] === '`' ? '&#96;' : '&#126;').repeat(run.length),
    )
    .split('\n')
    .map((line) =>
      splitCode(line)
        .map((part) => (part.isCode ? neutraliseCode(part.text) : neutralisePart(part.text)))
        .join(''),
    )
    .join('\n');
}

/**
 * Cuts a line into text and code spans, as far as a glance tells. Both lose their teeth, so nothing dangerous
 * follows where a renderer sees it otherwise: entities, which code would show as they are, are for text.
 */
function splitCode(line: string): { text: string; isCode: boolean }[] {
  const runs = [...line.matchAll(/`+/g)];
  const next = nextRuns(runs);
  const parts: { text: string; isCode: boolean }[] = [];
  let from = 0;
  for (let i = 0; i < runs.length; i++) {
    const { index: start, 0: run } = runs[i] as RegExpExecArray;
    const close = next[i];
    if (start < from || close === undefined || line[start - 1] === '\\') continue;
    const end = (runs[close] as RegExpExecArray).index + run.length;
    parts.push(
      { text: line.slice(from, start), isCode: false },
      { text: line.slice(start, end), isCode: true },
    );
    from = end;
  }
  parts.push({ text: line.slice(from), isCode: false });
  return parts;
}

/** In code only a character that takes no room can part what belongs together to be a tag, an image or a link. */
function neutraliseCode(code: string): string {
  return code.replace(/<(?=[a-z/!?])|!(?=\[)|\](?=[(:])/gi, '$&\u2060');
}

/** For each run of backticks the index of the next one of the same length. */
function nextRuns(runs: readonly RegExpExecArray[]): (number | undefined)[] {
  const latest = new Map<number, number>();
  const next: (number | undefined)[] = new Array(runs.length);
  for (let i = runs.length - 1; i >= 0; i--) {
    const { length } = (runs[i] as RegExpExecArray)[0];
    next[i] = latest.get(length);
    latest.set(length, i);
  }
  return next;
}

function neutralisePart(text: string): string {
  return (
    text
      .replace(
        /<img\b[^<>]{0,2000}>/gi,
        (tag) => `[image](${/\bsrc\s*=\s*["']?(https?:\/\/[^\s"'<>()]+)/i.exec(tag)?.[1] ?? ''})`,
      )
      .replace(/<(https?:\/\/[^\s<>]{1,2000})>/gi, '$1')
      .replace(/\\?<(?=[a-z/!?])/gi, '&lt;')
      .replace(/\[!\[([^[\]]{0,300})\]\([^()\s]{0,2000}\)\]\(/g, (_, alt) => `[${alt || 'image'}](`)
      .replace(/!\[([^[\]]{0,300})\]\(/g, (_, alt) => `[${alt || 'image'}](`)
      // Whatever the steps above left or made: no image, no link and no definition with another scheme.
      .replace(/\\?!(?=\[)/g, '&#33;')
      .replace(/\]\((?!\s{0,9}(?:https?:\/\/|mailto:))/gi, ']\\(')
      .replace(/\]:(?!\s{0,9}(?:https?:\/\/|mailto:))/gi, ']&#58;')
  );
}
