import {
  type Choice,
  type Outline,
  outlineOf,
  type Report,
  type ReportInput,
  reportOf,
  takeOut,
} from '../../src/growth/report/index.ts';
import { reportWords } from '../../src/ui/report/words.ts';
import { type GrowthLines, growthLines } from './journal/growthLines.ts';
import { growthState } from './journal/growthState.ts';

/** English words of a report: texts as they are, with their places filled. */
export const english = reportWords(
  {
    l10n: {
      t: ((message: string, ...values: unknown[]) =>
        message.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]))) as never,
      bundle: undefined,
      uri: undefined,
    },
  },
  'en',
);

/** What a report of a built mentorship is made of. */
export function reportInput(lines: GrowthLines, more: Partial<ReportInput> = {}): ReportInput {
  const { open, own } = growthState(lines);
  const { themes, recurrences, follow, from, to } = lines;
  return {
    ...{ kind: 'period', from, to, state: open, own, themes, recurrences, follow },
    isPublic: () => true,
    now: new Date(`${to}T12:00:00Z`),
    failed: new Set(),
    ...more,
  };
}

export const build = (months: number, more: Partial<ReportInput> = {}): Report =>
  reportOf(reportInput(growthLines({ months }), more), english);

/** As it is written, without what was taken out. */
export const outlined = (report: Report, choice: Partial<Choice> = {}): Outline =>
  outlineOf(
    takeOut(report, { without: new Set(), includePrivate: false, somebody: english.somebody, ...choice }),
    english,
  );

/** All words of a report as a reader reads them. */
export const read = (parts: readonly ({ text: string } | { said: string } | { name: string })[]): string =>
  parts.map((part) => ('text' in part ? part.text : 'said' in part ? part.said : part.name)).join('');
