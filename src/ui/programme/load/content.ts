import * as vscode from 'vscode';
import { plainLine } from '../../../model/plainLine.ts';
import { type MentorshipLoad, minutesIn, monthOf, sumOf } from '../../../programme/load/index.ts';
import type { PanelBlock, PanelContent, PanelItem, PanelSection } from '../../panel/content.ts';
import { plural } from '../../words/language.ts';
import { budgetOf, type OwnLoad } from './read.ts';
import {
  hoursNumber,
  hoursWords,
  monthName,
  monthTick,
  reviewsWords,
  sessionsWords,
  unknownWords,
} from './words.ts';

/** What a mentor sees of their own load: this month, each mentorship, a year of it, what others thanked for. */
export function loadContent(load: OwnLoad, now: Date): PanelContent {
  const title = vscode.l10n.t('Your load as a mentor');
  if (load.loads.length === 0) return { title, sections: [nothing(load)] };
  const sections = [thisMonth(load, now), mentorships(load, now), overTime(load), recognition(load)];
  return { title, sections };
}

const unreadWords = ({ unread }: OwnLoad): string[] =>
  unread.length === 0
    ? []
    : [
        vscode.l10n.t(
          'Not read, and in no number here: {0}. “Cairn: Switch Space” says what is wrong there.',
          unread.map((name) => plainLine(name, 80)).join(', '),
        ),
      ];

function nothing(load: OwnLoad): PanelSection {
  return {
    id: 'month',
    heading: vscode.l10n.t('Nobody yet'),
    blocks: [
      {
        kind: 'text',
        text: [
          vscode.l10n.t(
            'No space on this machine says that you mentor somebody. Once one does, the hours of your sessions show here, month by month, against what you have for them.',
          ),
          ...unreadWords(load),
        ].join('\n\n'),
      },
    ],
    offers: [{ id: 'start', label: vscode.l10n.t('Start a mentorship'), isPrimary: true }],
  };
}

function thisMonth(load: OwnLoad, now: Date): PanelSection {
  const { hours, budget, isOver, month, unknownSessions } = budgetOf(load, now);
  const sum = sumOf(load.loads, month);
  const active = load.loads.filter(({ isActive }) => isActive);
  const mentees = new Set(active.flatMap((one) => one.mentees.map((name) => name.toLowerCase()))).size;
  const lines = [
    budget === null
      ? vscode.l10n.t(
          '{0} in {1}. How many you have for it is not known: not every mentorship says so, and you have set no number of your own.',
          hoursWords(hours),
          monthName(month),
        )
      : vscode.l10n.t('{0} of {1} in {2}.', hoursNumber(hours), hoursWords(budget), monthName(month)),
  ];
  if (isOver)
    lines.push(
      vscode.l10n.t(
        'That is more than you have for it. A longer rhythm, a pause or a second mentor are no failure: “Cairn: Show Mentorship” has a way for each.',
      ),
    );
  if (unknownSessions > 0) lines.push(unknownWords(unknownSessions));
  lines.push(
    ...(sum.reviews > 0 ? [reviewLine(sum.reviews, load.minutesPerReview)] : []),
    capacityLine(mentees, load.capacity),
    ...unreadWords(load),
  );
  return {
    id: 'month',
    heading: vscode.l10n.t('This month'),
    note: vscode.l10n.t('Only you see this. It is worked out on this machine from what was logged.'),
    blocks: [{ kind: 'text', text: lines.filter(Boolean).join('\n\n') }],
    offers: [
      { id: 'setHours', label: vscode.l10n.t('Set my hours'), isPrimary: budget === null },
      { id: 'setReview', label: vscode.l10n.t('Set minutes of a review') },
    ],
  };
}

function reviewLine(reviews: number, minutes: number | null): string {
  const said = reviewsWords(reviews);
  return minutes === null
    ? vscode.l10n.t(
        '{0} of your mentees’ pull requests: counted, and in no hours, since GitHub does not say how long one took.',
        said,
      )
    : vscode.l10n.t('{0} of your mentees’ pull requests, {1} minutes each as you have set.', said, minutes);
}

function capacityLine(mentees: number, capacity: number | null): string {
  if (capacity === null) return '';
  const said = plural(
    mentees,
    vscode.l10n.t('You mentor 1 person'),
    vscode.l10n.t('You mentor {0} people', mentees),
  );
  return capacity === 0
    ? vscode.l10n.t('{0}; by your profile you take on nobody now.', said)
    : vscode.l10n.t('{0}; by your profile you have room for {1} at a time.', said, capacity);
}

function mentorships({ loads }: OwnLoad, now: Date): PanelSection {
  return {
    id: 'mentorships',
    heading: vscode.l10n.t('Your mentorships'),
    blocks: [{ kind: 'list', items: loads.map((one) => item(one, now)) }],
  };
}

function item(load: MentorshipLoad, now: Date): PanelItem {
  const month = load.months.find((one) => one.month === monthOf(now));
  const hours = month ? minutesIn(month) / 60 : 0;
  const about = [
    load.mentees.join(', '),
    load.hoursPerMonth === null
      ? vscode.l10n.t('{0} this month, none agreed', hoursWords(hours))
      : vscode.l10n.t('{0} of {1} this month', hoursNumber(hours), hoursWords(load.hoursPerMonth)),
    ...(month && month.sessions > 0 ? [sessionsWords(month.sessions)] : []),
    ...(month && month.reviews > 0 ? [reviewsWords(month.reviews)] : []),
  ];
  return {
    text: load.title,
    about: about.filter(Boolean).join(' · '),
    ...(load.isActive ? {} : { marks: [vscode.l10n.t('not active')] }),
    offers: [
      {
        id: `open ${load.space}`,
        label: vscode.l10n.t('Open'),
        says: vscode.l10n.t('Open the space of {0}', load.title),
      },
    ],
  };
}

function overTime(load: OwnLoad): PanelSection {
  const unknown = load.loads
    .flatMap(({ months }) => months)
    .reduce((sum, one) => sum + one.unknownSessions, 0);
  return {
    id: 'time',
    heading: vscode.l10n.t('Over time'),
    ...(unknown > 0 ? { note: unknownWords(unknown) } : {}),
    blocks: [hoursChart(load)],
  };
}

/** Hours month by month, of sessions and, where they are timed, of reviews. */
export function hoursChart({ loads, own, minutesPerReview }: OwnLoad): PanelBlock {
  const months = loads[0]?.months.map(({ month }) => month) ?? [];
  const sums = months.map((month) => sumOf(loads, month));
  const isTimed = minutesPerReview !== null;
  const series = [
    { key: 'first', label: vscode.l10n.t('Sessions'), look: 'solid' as const },
    ...(isTimed ? [{ key: 'second', label: vscode.l10n.t('Reviews'), look: 'hatched' as const }] : []),
  ];
  const total = sums.reduce((all, sum) => all + minutesIn(sum), 0) / 60;
  const label = vscode.l10n.t('Hours by month: {0} in all.', hoursNumber(total));
  const hours = (minutes: number) => Math.round(minutes / 6) / 10;
  return {
    kind: 'chart',
    caption: label,
    picture: {
      ...{ kind: 'months', label, series },
      months: sums.map((sum) => ({
        tick: monthTick(sum.month),
        name: monthName(sum.month),
        values: [hours(sum.minutes), ...(isTimed ? [hours(sum.reviewMinutes ?? 0)] : [])],
      })),
      ...(own !== null && own > 0
        ? { reference: { value: own, label: vscode.l10n.t('What I have: {0}', hoursWords(own)) } }
        : {}),
    },
    columns: [
      vscode.l10n.t('Month'),
      vscode.l10n.t('Hours'),
      vscode.l10n.t('Sessions'),
      vscode.l10n.t('Without a length'),
      vscode.l10n.t('Reviews'),
    ],
    rows: sums.map((sum) => [
      monthName(sum.month),
      hoursNumber(minutesIn(sum) / 60),
      String(sum.sessions),
      String(sum.unknownSessions),
      String(sum.reviews),
    ]),
  };
}

function recognition({ kudos }: OwnLoad): PanelSection {
  const text =
    kudos.length === 0
      ? vscode.l10n.t('Your hours are yours to show: to whoever asks what you do for others.')
      : vscode.l10n.t(
          'Your hours and {0} are yours to show: to whoever asks what you do for others.',
          plural(kudos.length, vscode.l10n.t('1 thank-you'), vscode.l10n.t('{0} thank-yous', kudos.length)),
        );
  return {
    id: 'recognition',
    heading: vscode.l10n.t('Recognition'),
    blocks: [{ kind: 'text', text }],
    offers: [{ id: 'export', label: vscode.l10n.t('Show what I would export') }],
  };
}
