import type * as vscode from 'vscode';
import type { ReportWords } from '../../growth/report/words.ts';
import type { Tag } from '../../model/state.ts';
import { goalWords, otherWords } from './moreWords.ts';

/** What translates, and the language that it translates into: handed in, so that a report can be written anywhere. */
export type Translator = Pick<typeof vscode, 'l10n'>;

/** A number with the form of its noun that the language wants. */
export type Plural = (n: number, one: string, other: string) => string;

/** The words of a report. @param language as Intl takes it */
export function reportWords(vscode: Translator, language: string): ReportWords {
  const rules = new Intl.PluralRules(language);
  const plural: Plural = (n, one, other) => (rules.select(n) === 'one' ? one : other);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, { month: 'narrow', timeZone: 'UTC' });
  const tags: Record<Tag, string> = {
    keep: vscode.l10n.t('Keep'),
    stop: vscode.l10n.t('Stop'),
    start: vscode.l10n.t('Start'),
  };
  const counts = ({ keep, stop, start }: Record<Tag, number>) =>
    vscode.l10n.t('{0} keep, {1} stop, {2} start', keep, stop, start);
  const days = (n: number) => plural(n, vscode.l10n.t('1 day'), vscode.l10n.t('{0} days', n));
  return {
    language,
    day: (isoDay) => day.format(new Date(`${isoDay}T00:00:00Z`)),
    bucket: ({ year, month: at, unit }) => {
      const first = new Date(Date.UTC(year, at, 1));
      if (unit === 'month') return { tick: short.format(first), name: month.format(first) };
      if (unit === 'year') return { tick: String(year), name: String(year) };
      const name = vscode.l10n.t('quarter {0} of {1}', at / 3 + 1, String(year));
      return { tick: at === 0 ? String(year) : '', name };
    },
    period: (from, to) => vscode.l10n.t('From {0} to {1}.', from, to),
    title: {
      period: (mentee) => vscode.l10n.t('Growth report of {0}', mentee),
      'close-out': (mentee) => vscode.l10n.t('The mentorship of {0}, looked back on', mentee),
    },
    failed: vscode.l10n.t('This could not be worked out just now.'),
    nobody: vscode.l10n.t('a mentee'),
    somebody: vscode.l10n.t('somebody'),
    madeOn: (on) => vscode.l10n.t('Made with Cairn on {0}. Each claim names what shows it.', on),
    time: vscode.l10n.t('When'),
    numbers: vscode.l10n.t('The numbers as a table'),
    sections: {
      about: vscode.l10n.t('What this is about'),
      goals: vscode.l10n.t('Goals and milestones'),
      feedback: vscode.l10n.t('Keep, stop and start'),
      themes: vscode.l10n.t('Themes'),
      acted: vscode.l10n.t('From comment to action'),
      sessions: vscode.l10n.t('Sessions'),
      promises: vscode.l10n.t('Promises'),
      insights: vscode.l10n.t('Learned in sessions'),
      kudos: vscode.l10n.t('Thanks'),
      next: vscode.l10n.t('Next steps'),
      private: vscode.l10n.t('Private'),
      sources: vscode.l10n.t('Sources'),
      contents: vscode.l10n.t('Contents'),
    },
    tags,
    feedback: {
      counts: (goal, all) => vscode.l10n.t('“{0}”: {1}.', goal, counts(all)),
      noGoal: (all) => vscode.l10n.t('For no goal: {0}.', counts(all)),
      all: (all, pieces) =>
        plural(
          pieces,
          vscode.l10n.t('1 piece of feedback was tagged: {0}.', counts(all)),
          vscode.l10n.t('{0} pieces of feedback were tagged: {1}.', pieces, counts(all)),
        ),
      moved: (first, second, [before, after]) =>
        vscode.l10n.t(
          'In the first half, on {0} pull requests: {1}; in the second, on {2}: {3}.',
          ...[before, counts(first), after, counts(second)],
        ),
      tooFew: vscode.l10n.t('Not enough yet to say how that moved.'),
      chart: vscode.l10n.t('Tagged feedback over time'),
    },
    ...goalWords(vscode, plural),
    ...otherWords(vscode, plural, days),
  };
}
