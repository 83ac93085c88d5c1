/** A mentor's own remark that is used again and again. */
export type Remark = {
  /** The heading that it stands under; empty above the first one. */
  topic: string;
  /** As it is put into a comment, with `\n` between lines. */
  text: string;
};

/** A remark with the lines of the file that hold it, from `first` up to `end` (not in it). */
type Placed = Remark & { first: number; end: number };
type Read = {
  remarks: Placed[];
  headings: { topic: string; line: number }[];
  /** Where there is room for more: the end, or the fence that nobody closed. */
  end: number;
};

/**
 * Reads a file of saved remarks: a heading is a topic, each item of a list below it a remark, whose further lines are
 * indented. Anything else (words between, code that is no item's, nested what not) is passed over.
 */
export function parseRemarks(file: string): Remark[] {
  return read(linesOf(file)).remarks.map(({ topic, text }) => ({ topic, text }));
}

/**
 * The file with one more remark at the end of its topic, or of the file where the topic is new; every other character
 * stays as it was. `null` when the remark stands there already.
 * @param remark the topic is one line; the text is not empty
 * @param blank what a file that is still empty begins with
 */
export function addRemark(file: string, remark: Remark, blank: string): string | null {
  const [topic, text] = [plainTopic(remark.topic), plainText(remark.text)];
  const isIt = (one: Remark) => sameTopic(one.topic, topic) && one.text === text;
  const before = file.trim() === '' ? blank : file;
  if (parseRemarks(before).some(isIt)) return null;
  const lines = linesOf(before);
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  return withRemark(lines, topic, itemOf(text)).join(eol);
}

/** The topics of these remarks, each once, in their order. */
export function topicsOf(remarks: readonly Remark[]): string[] {
  const byKey = new Map(remarks.map(({ topic }) => [topic.toLowerCase(), topic]));
  return [...byKey.values()].filter((topic) => topic !== '');
}

/** A topic as it can stand in a heading. */
export function plainTopic(topic: string): string {
  const line = topic.replace(/\s+/g, ' ').trim();
  return line.replace(/^#+ /, '').trimStart();
}

/** A text as it comes back from the file: no blank lines at its ends, none of blanks only. */
export function plainText(text: string): string {
  const lines = linesOf(text).map((line) => (line.trim() === '' ? '' : line));
  return lines.join('\n').trim();
}

const longestLine = 45;

/** The beginning of a remark, for a list. */
export function firstLine(text: string): string {
  const line = text.split('\n', 1)[0]!.trim();
  return line.length > longestLine ? `${line.slice(0, longestLine - 1).trimEnd()}…` : line;
}

const sameTopic = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

const heading = /^#{1,6} +(.*)$/;
/** The mark of an item of a list, and what stands behind it. */
const item = /^(?:[-*+]|\d{1,9}[.)])(?: +(\S.*)| *$)/;
const fence = /^(?:`{3,}|~{3,})/;

function read(lines: readonly string[]): Read {
  const found: Read = { remarks: [], headings: [], end: lines.length };
  let topic = '';
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const [title, begun, opened] = [heading.exec(line), item.exec(line), fence.exec(line)];
    if (title) {
      topic = plainTopic(withoutClosing(title[1]!));
      found.headings.push({ topic, line: at });
    }
    if (opened) {
      const end = endOfFence(lines, at, opened[0]);
      if (end < 0) found.end = at;
      at = end < 0 ? lines.length : end;
    } else if (begun && !isRule(line)) {
      const end = endOfItem(lines, at);
      const text = plainText([begun[1] ?? '', ...lines.slice(at + 1, end).map(dedented)].join('\n'));
      if (text !== '') found.remarks.push({ topic, text, first: at, end });
      at = end;
    } else at += 1;
  }
  return found;
}

/** `## Naming ##` is a way to write `## Naming`. */
function withoutClosing(title: string): string {
  const text = title.trimEnd();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  return end === 0 || text[end - 1] === ' ' ? text.slice(0, end) : text;
}

/** `* * *` is a line across the page. */
const isRule = (line: string) => /^(?:[-*] *){3,}$/.test(line);
const isIndented = (line: string) => /^(?: {2}|\t)/.test(line);
const dedented = (line: string) => (line.startsWith('\t') ? line.slice(1) : line.replace(/^ {1,2}/, ''));

/** Further lines are indented, with blank ones between, or follow a line of words at once. */
function endOfItem(lines: readonly string[], first: number): number {
  let end = first + 1;
  for (let at = end; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.trim() === '') continue;
    const isGoingOn = at === end && ![heading, item, fence].some((mark) => mark.test(line));
    if (!isIndented(line) && !isGoingOn) break;
    end = at + 1;
  }
  return end;
}

/** Behind the closing fence, negative where there is none. */
function endOfFence(lines: readonly string[], first: number, mark: string): number {
  const closing = lines.findIndex((line, at) => at > first && line.startsWith(mark));
  return closing < 0 ? -1 : closing + 1;
}

function withRemark(lines: readonly string[], topic: string, added: string[]): string[] {
  const { remarks, headings, end } = read(lines);
  const last = remarks.findLast((one) => sameTopic(one.topic, topic));
  if (last) return inserted(lines, last.end, added);
  const under = headings.findIndex((one) => sameTopic(one.topic, topic));
  // Below whatever words stand under the heading: an indented line behind the remark would become part of it.
  if (under >= 0) return inserted(lines, headings[under + 1]?.line ?? end, ['', ...added, '']);
  // What has no topic stands above the first heading.
  if (topic === '' && headings[0]) return inserted(lines, headings[0].line, [...added, '']);
  const above = lines.slice(0, end);
  const kept = above.slice(0, above.findLastIndex((line) => line.trim() !== '') + 1);
  return [...kept, ...(kept.length > 0 ? [''] : []), ...section(topic, added), '', ...lines.slice(end)];
}

/** Words that follow at once would become part of the remark, and blank lines enough are there already. */
function inserted(lines: readonly string[], at: number, added: string[]): string[] {
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  const fresh = added.slice(isBlank(added[0]) && isBlank(lines[at - 1]) ? 1 : 0);
  const next = lines[at];
  if (isBlank(next) || item.test(next!)) {
    if (isBlank(fresh.at(-1)) && next !== undefined) fresh.pop();
  } else if (!isBlank(fresh.at(-1))) fresh.push('');
  return [...lines.slice(0, at), ...fresh, ...lines.slice(at)];
}

const section = (topic: string, added: string[]) => (topic === '' ? added : [`## ${topic}`, '', ...added]);

function itemOf(text: string): string[] {
  return linesOf(text).map((line, at) => (at === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`));
}
