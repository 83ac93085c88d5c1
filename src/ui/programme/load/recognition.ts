import * as vscode from 'vscode';
import { clean } from '../../../model/cleanText.ts';
import { minutesIn, sumOf } from '../../../programme/load/index.ts';
import { dates } from '../../growth/formats.ts';
import type { PanelContent } from '../../panel/content.ts';
import { plural } from '../../words/language.ts';
import { hoursChart } from './content.ts';
import type { GivenKudos, OwnLoad } from './read.ts';
import { hoursWords, reviewsWords, sessionsWords, unknownWords } from './words.ts';

/** What of it is taken along. */
export type Choice = {
  /** Ids of thanks that are left out. */
  without: ReadonlySet<string>;
  /** Whether it says who thanked. */
  hasNames: boolean;
};

/** Thanks that may be taken along at all: what is private to somebody is not. */
export const kudosToShow = ({ kudos }: Pick<OwnLoad, 'kudos'>): GivenKudos[] =>
  kudos.filter(({ isPrivate }) => !isPrivate);

/**
 * A mentor's own hours and the thanks that they were given, as they will stand in the file. Nobody who is mentored is
 * named, and nothing of what was said in any space is in it but the thanks.
 */
export function recognitionContent(load: OwnLoad, { without, hasNames }: Choice): PanelContent {
  const months = load.loads[0]?.months.map(({ month }) => month) ?? [];
  const sums = months.map((month) => sumOf(load.loads, month));
  const total = (of: (sum: (typeof sums)[number]) => number) => sums.reduce((all, sum) => all + of(sum), 0);
  const unknown = total((sum) => sum.unknownSessions);
  const people = new Set(load.loads.flatMap(({ mentees }) => mentees.map((name) => name.toLowerCase()))).size;
  const lines = [
    plural(
      people,
      vscode.l10n.t('In twelve months I mentored 1 person.'),
      vscode.l10n.t('In twelve months I mentored {0} people.', people),
    ),
    vscode.l10n.t(
      '{0}, in {1}; {2}.',
      hoursWords(total(minutesIn) / 60),
      sessionsWords(total((sum) => sum.sessions)),
      reviewsWords(total((sum) => sum.reviews)),
    ),
    ...(unknown > 0 ? [unknownWords(unknown)] : []),
    ...(load.minutesPerReview === null
      ? [vscode.l10n.t('Reviews are counted and in no hours.')]
      : [vscode.l10n.t('A review counts {0} minutes.', load.minutesPerReview)]),
  ];
  const kudos = kudosToShow(load).filter(({ id }) => !without.has(id));
  return {
    title: vscode.l10n.t('Mentoring'),
    sections: [
      {
        id: 'hours',
        heading: vscode.l10n.t('Time given'),
        blocks: [
          { kind: 'text', text: lines.join('\n\n') },
          ...(months.length > 0 ? [hoursChart({ ...load, own: null })] : []),
        ],
      },
      ...(kudos.length === 0
        ? []
        : [
            {
              id: 'kudos',
              heading: vscode.l10n.t('Thanks'),
              blocks: [{ kind: 'list' as const, items: kudos.map((one) => said(one, hasNames)) }],
            },
          ]),
    ],
  };
}

function said({ text, createdBy, givenAt }: GivenKudos, hasNames: boolean): { text: string; about: string } {
  const day = dates({ dateStyle: 'medium' }).format(new Date(givenAt));
  return { text: clean(text), about: hasNames && createdBy ? `${createdBy} · ${day}` : day };
}
