import type { ReadSession } from '../session.ts';
import type { Tag } from '../state.ts';
import { plainWords } from './plainWords.ts';
import type { Box } from './tables.ts';
import { type About, partOf, readLabel } from './titles.ts';

/** A part of a text that is about something. `level`: of its heading, 7 for a bold line, 8 for words in a line. */
type Part = { about: About; level: number; isInLine: boolean };
/** `indent`: of the item with which it began, -1 for a paragraph. */
type Piece = { part: Part; lines: string[]; indent: number };

const [bold, plain] = [7, 8];
/** What people write where they have nothing to say. */
const nothing = /^(?:none|nothing|nope|n\/?a|no|tbd|todo|keine?s?|nichts|entfällt|wird ergänzt)$/iu;

/** Collects what a text says under titles that are known: each item and each paragraph is a piece. */
export class Pieces {
  readonly #pieces: Piece[] = [];
  #part: Part | null = null;
  /** An item that is a title, for the items within it. */
  #list: { part: Part; indent: number } | null = null;
  #open: Piece | null = null;
  #wasBlank = false;

  heading(words: string, level: number): void {
    this.close();
    this.#list = null;
    const about = partOf(words);
    const label = about === null ? readLabel(words, false) : null;
    if (about !== null) this.#part = { about, level, isInLine: false };
    else if (label?.about) this.#part = this.#labelled(label.about, level, label.rest, -1);
    else if (!this.#part || level <= this.#part.level || this.#part.level >= bold) this.#part = null;
  }

  item(content: string, indent: number, box: Box): void {
    if (this.#list && indent <= this.#list.indent) this.#list = null;
    if (this.#wasBlank && this.#part?.isInLine) this.#part = null;
    this.#wasBlank = false;
    const label = box.isDone === null ? readLabel(content, true) : null;
    if (label?.about) {
      this.close();
      this.#list = { part: this.#labelled(label.about, plain, label.rest, indent), indent };
      return;
    }
    const words = box.isDone === null ? plainWords(content) : box.words;
    const open = this.#open;
    if (open && open.indent >= 0 && indent > open.indent) {
      if (words !== '') open.lines.push(words);
      return;
    }
    this.close();
    const part = this.#list?.part ?? this.#part;
    if (!part) return;
    if (box.isDone === null || isTag(part.about)) this.#begin(part, words, indent);
    else this.end();
  }

  text(line: string, indent: number): void {
    const wasBlank = this.#wasBlank;
    this.#wasBlank = false;
    if (this.#list && indent <= this.#list.indent && wasBlank) this.#list = null;
    const open = this.#open;
    const isWithin = open !== null && (indent > open.indent || !wasBlank);
    const label = open !== null && open.indent >= 0 && indent > open.indent ? null : readLabel(line, false);
    if (label?.about) {
      this.close();
      this.#list = null;
      this.#part = this.#labelled(label.about, label.isBold ? bold : plain, label.rest, -1);
    } else if (label) {
      // A bold line of its own is the title of something else, where titles are bold lines.
      this.close();
      if (this.#part && this.#part.level >= bold) this.#part = null;
      else if (this.#part) this.#begin(this.#part, plainWords(line), -1);
    } else if (isWithin) {
      if (wasBlank) open.lines.push(plainWords(line));
      else open.lines.push(`${open.lines.pop() ?? ''} ${plainWords(line)}`.trim());
    } else {
      this.close();
      if (wasBlank && this.#part && (this.#part.isInLine || this.#part.level === plain)) this.#part = null;
      const part = this.#list?.part ?? this.#part;
      if (part) this.#begin(part, plainWords(line), -1);
    }
  }

  blank(): void {
    this.#wasBlank = true;
    if (this.#open?.indent === -1) this.close();
  }

  /** A cell of a table of keep, stop and start. */
  cell(about: About | null, cell: string): void {
    if (about === null) return;
    for (const words of cell.split(/<br ?\/?>/i))
      this.#begin({ about, level: plain, isInLine: true }, plainWords(words.replace(/^\s*[-*+•]\s/, '')), -1);
    this.close();
  }

  /** Code or a quote: an example may be one, and no feedback is. */
  foreign(words: string): void {
    this.close();
    this.#wasBlank = false;
    const part = this.#list?.part ?? this.#part;
    if (part && !isTag(part.about)) this.#begin(part, words.replace(/\s+/gu, ' ').trim(), -1);
    this.close();
  }

  /** Something else begins: what was prepared are words, and no tables or tasks. */
  end(): void {
    this.close();
    if (this.#part && !isTag(this.#part.about)) this.#part = null;
  }

  close(): void {
    this.#open = null;
  }

  read(): Pick<ReadSession, 'feedback' | 'prepared'> {
    const feedback: ReadSession['feedback'] = [];
    const prepared = { question: '', goal: '', example: '' };
    const from = new Map<About, Part>();
    const known = new Set<string>();
    for (const { part, lines } of this.#pieces) {
      const { about } = part;
      const said = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
      if (said.length === 0 || (said.length === 1 && isNothing(said[0] as string))) continue;
      if (isTag(about)) {
        const text = said.join('\n');
        if (!known.has(`${about} ${text}`)) feedback.push({ tag: about, text });
        known.add(`${about} ${text}`);
      } else if ((from.get(about) ?? part) === part) {
        from.set(about, part);
        prepared[about] = `${prepared[about]} ${said.join(' ')}`.trim();
      }
    }
    return { feedback, prepared };
  }

  /** Begins a part with a title in its line, and the piece that stands there, too. */
  #labelled(about: About, level: number, rest: string, indent: number): Part {
    const part = { about, level, isInLine: rest !== '' };
    if (rest !== '') this.#begin(part, plainWords(rest), indent);
    return part;
  }

  #begin(part: Part, words: string, indent: number): void {
    this.#open = { part, lines: [words], indent };
    this.#pieces.push(this.#open);
  }
}

const isTag = (about: About): about is Tag => about === 'keep' || about === 'stop' || about === 'start';
const isNothing = (words: string) => nothing.test(words.replace(/[^\p{L}\p{N}/]+/gu, ' ').trim());
