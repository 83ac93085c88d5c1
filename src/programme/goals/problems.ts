import { longestOutline } from '../markdown/index.ts';

/** What keeps a template, or a part of it, from being offered. `file` and `line` (1-based) say where. */
export type TemplateProblem = {
  file: string;
  /** `null` where it is about the whole file. */
  line: number | null;
  code: TemplateProblemCode;
  /** What stands there, as far as it helps; untrusted. */
  what: string;
};

export type TemplateProblemCode =
  | 'too-long'
  | 'no-title'
  | 'no-category'
  | 'no-stage'
  | 'bad-stage'
  | 'no-goals'
  | 'empty-heading'
  | 'long-heading'
  | 'long-item'
  | 'many'
  | 'twice'
  | 'no-milestones'
  | 'no-skills'
  | 'no-levels'
  | 'bad-level'
  | 'level-twice';

/** Collects the problems of one file. `line` as the outline has it, 0-based. */
export class Problems {
  readonly list: TemplateProblem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(code: TemplateProblemCode, line: number | null = null, what = ''): void {
    this.list.push({
      file: this.#file,
      line: line === null ? null : line + 1,
      code,
      what: what.slice(0, 100),
    });
  }

  /** Says of a text that it is longer than what is read; then nothing of it is. */
  isTooLong(text: string): boolean {
    if (text.length <= longestOutline) return false;
    this.add('too-long');
    return true;
  }
}
