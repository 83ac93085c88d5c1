import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Mentorship } from '../../model/state.ts';
import type { ProgrammeProblem } from '../../programme/roster/types.ts';
import {
  fewest,
  type Group,
  type Kept,
  type ProgrammeSummary,
  type RhythmWord,
} from '../../programme/shared/index.ts';
import { numberWords } from '../growth/panelWords.ts';
import type { PanelContent, PanelSection } from '../panel/content.ts';
import { languageTag, plural } from '../words/language.ts';
import { problemWords } from '../words/programmeProblems.ts';

/** What a lead sees of a programme: counts that single nobody out, what people wrote of themselves, files to mend. */
export function programmeContent(
  summary: ProgrammeSummary,
  problems: readonly ProgrammeProblem[],
  folder: string,
): PanelContent {
  const title = vscode.l10n.t('Programme');
  const isEmpty =
    summary.spaces + summary.roster.people === 0 && summary.ended === 0 && problems.length === 0;
  if (isEmpty) return { title, sections: [nothing(folder)] };
  return {
    title,
    sections: [spaces(summary), capacity(summary), looking(summary), ...filesToMend(problems), about(folder)],
  };
}

const nothing = (folder: string): PanelSection => ({
  id: 'spaces',
  heading: vscode.l10n.t('Nothing here yet'),
  blocks: [
    {
      kind: 'text',
      text: vscode.l10n.t(
        'Nobody has written a file of their own in {0}, and no space is published there. Both are for people to do themselves: “Cairn: Edit Your Programme Profile” and, where everybody in a space agrees, “Cairn: Publish Space to the Programme”.',
        folder,
      ),
    },
  ],
  offers: [{ id: 'profile', label: vscode.l10n.t('Write my own file'), isPrimary: true }],
});

function spaces(summary: ProgrammeSummary): PanelSection {
  const { kinds, rhythms, kept, stale, ended } = summary;
  const lines = [
    plural(
      summary.spaces,
      vscode.l10n.t('1 space has published that it exists.'),
      vscode.l10n.t('{0} spaces have published that they exist.', numberWords(summary.spaces)),
    ),
    ...(ended === 0
      ? []
      : [
          ended === null
            ? vscode.l10n.t('Fewer than {0} more have ended.', fewest)
            : vscode.l10n.t('{0} more have ended.', numberWords(ended)),
        ]),
    ...(stale === 0
      ? []
      : [
          stale === null
            ? vscode.l10n.t(
                'Of fewer than {0} nothing is known since the month before last: their files were not brought up to date.',
                fewest,
              )
            : vscode.l10n.t(
                'Of {0} nothing is known since the month before last: their files were not brought up to date.',
                numberWords(stale),
              ),
        ]),
  ];
  const tables = [
    table(vscode.l10n.t('Spaces by kind'), vscode.l10n.t('Kind'), kinds, kindWord),
    table(vscode.l10n.t('Spaces by rhythm'), vscode.l10n.t('Rhythm'), rhythms, rhythmWord),
    table(vscode.l10n.t('Is the rhythm kept?'), vscode.l10n.t('Rhythm'), kept, keptWord),
  ].flatMap((one) => (one ? [one] : []));
  const isWhole = tables.length === 3;
  return {
    id: 'spaces',
    heading: vscode.l10n.t('Spaces'),
    note: vscode.l10n.t('Only spaces in which everybody agreed are in it, and no contents of any.'),
    blocks: [
      { kind: 'text', text: lines.join('\n\n') },
      ...tables,
      ...(isWhole || summary.spaces === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: vscode.l10n.t(
                'What is not broken down here would single somebody out: fewer than {0} of a kind are told together with others, or not at all.',
                fewest,
              ),
            },
          ]),
    ],
  };
}

function table<K extends string>(
  caption: string,
  head: string,
  groups: Group<K>[] | null,
  word: (kind: K) => string,
) {
  if (!groups) return null;
  return {
    kind: 'table' as const,
    caption,
    columns: [head, vscode.l10n.t('Spaces')],
    rows: groups.map(({ kinds, count }) => [orWords(kinds.map(word)), numberWords(count)]),
  };
}

/** "a, b or c" as the language joins it. */
const orWords = (parts: readonly string[]): string =>
  new Intl.ListFormat(languageTag(), { type: 'disjunction' }).format(parts);

function kindWord(kind: Mentorship['kind']): string {
  return {
    'one-to-one': vscode.l10n.t('one-to-one'),
    group: vscode.l10n.t('group'),
    reverse: vscode.l10n.t('reverse'),
    peer: vscode.l10n.t('peer'),
  }[kind];
}

function rhythmWord(rhythm: RhythmWord | 'none'): string {
  return {
    weekly: vscode.l10n.t('weekly'),
    fortnightly: vscode.l10n.t('every two weeks'),
    monthly: vscode.l10n.t('monthly'),
    other: vscode.l10n.t('another rhythm'),
    none: vscode.l10n.t('none agreed'),
  }[rhythm];
}

function keptWord(kept: Kept): string {
  return {
    kept: vscode.l10n.t('kept'),
    'not-kept': vscode.l10n.t('not kept'),
    unknown: vscode.l10n.t('not known'),
  }[kept];
}

function capacity({ roster }: ProgrammeSummary): PanelSection {
  const { people, mentors, offered, used, resting, hours } = roster;
  const lines = [
    vscode.l10n.t(
      '{0} wrote a file of their own; {1} of them offer to mentor, with room for {2} in all.',
      plural(people, vscode.l10n.t('1 person'), vscode.l10n.t('{0} people', numberWords(people))),
      numberWords(mentors),
      numberWords(offered),
    ),
    ...(resting > 0
      ? [
          plural(
            resting,
            vscode.l10n.t('1 of them takes on nobody now.'),
            vscode.l10n.t('{0} of them take on nobody now.', numberWords(resting)),
          ),
        ]
      : []),
    vscode.l10n.t(
      'In the published spaces {0} mentored. Spaces that are not published are in no number here.',
      plural(used, vscode.l10n.t('1 person is'), vscode.l10n.t('{0} people are', numberWords(used))),
    ),
    ...(hours === null
      ? []
      : [vscode.l10n.t('{0} hours a month were agreed there in all.', numberWords(hours))]),
  ];
  return {
    id: 'capacity',
    heading: vscode.l10n.t('Room for mentoring'),
    blocks: [{ kind: 'text', text: lines.join('\n\n') }],
  };
}

function looking({ roster }: ProgrammeSummary): PanelSection {
  const { looking: people } = roster;
  return {
    id: 'looking',
    heading: vscode.l10n.t('Looking for a mentor'),
    note: vscode.l10n.t('Only who wrote so in their own file is listed; everybody can take that back there.'),
    blocks:
      people.length === 0
        ? [{ kind: 'text', text: vscode.l10n.t('Nobody has written that they look for a mentor.') }]
        : [
            {
              kind: 'text',
              text: plural(
                people.length,
                vscode.l10n.t('1 person looks for a mentor.'),
                vscode.l10n.t('{0} people look for a mentor.', numberWords(people.length)),
              ),
            },
            {
              kind: 'list',
              items: people.map(({ login, name }) => ({
                text: name === null ? login : `${plainLine(name, 100)} (${login})`,
              })),
            },
          ],
    offers: people.length > 0 ? [{ id: 'match', label: vscode.l10n.t('Match the programme') }] : [],
  };
}

function filesToMend(problems: readonly ProgrammeProblem[]): PanelSection[] {
  if (problems.length === 0) return [];
  return [
    {
      id: 'problems',
      heading: vscode.l10n.t('Files to mend'),
      note: vscode.l10n.t('All other files are read; what these would say is in no number.'),
      blocks: [{ kind: 'list', items: problems.map((one) => ({ text: one.file, about: fileWords(one) })) }],
    },
  ];
}

/** What is wrong with it and what to do: files of spaces are Cairn's own, nobody has to mend them by hand. */
function fileWords(problem: ProgrammeProblem): string {
  if (!problem.file.startsWith('spaces/')) return problemWords(problem);
  switch (problem.kind) {
    case 'not-a-record':
    case 'not-json':
    case 'bad-field':
      return vscode.l10n.t(
        'is not as Cairn writes it. Delete it: who published the space can do so again with “Cairn: Publish Space to the Programme”.',
      );
    case 'other-name':
      return vscode.l10n.t('has not the name of the space that it is about. Delete it: it is a copy.');
    case 'odd-name':
      return vscode.l10n.t('has a name that is not read. Delete it: Cairn writes no such file.');
    default:
      return problemWords(problem);
  }
}

const about = (folder: string): PanelSection => ({
  id: 'about',
  heading: vscode.l10n.t('Where this comes from'),
  blocks: [
    {
      kind: 'text',
      text: vscode.l10n.t(
        'From the files in {0}, read just now. A published space says its kind, its rhythm, whether that is kept, its status, how many people are in it and the hours that were agreed; it has no names, and its goals, feedback, sessions and pulses are not there to be looked up.',
        folder,
      ),
    },
  ],
  offers: [{ id: 'folder', label: vscode.l10n.t('Choose another folder') }],
});
