import * as vscode from 'vscode';
import { type Panel, type PanelInput, panelOf } from '../../growth/panel/index.ts';
import { choices } from '../../growth/panel/period.ts';
import { clean } from '../../model/cleanText.ts';
import type { Problem } from '../situation.ts';
import { cut } from '../webview/read.ts';
import { languageTag } from '../words/language.ts';
import { nameWord } from '../words/whose.ts';
import type { Offer, PanelState, Section } from './panelProtocol.ts';
import { periodWords } from './panelWords.ts';
import { followedSection } from './sections/followed.ts';
import { mentoringSections } from './sections/mentoring.ts';
import { promisedSection } from './sections/promised.ts';
import { reviewingSection } from './sections/reviewing.ts';
import { rhythmSection } from './sections/rhythm.ts';
import { scalesSection } from './sections/scales.ts';
import type { Around } from './sections/section.ts';
import { taggedSection } from './sections/tagged.ts';
import { themesSection } from './sections/themes.ts';

/** The state that the panel is made from, and what goes on around it. */
export type PanelStateInput = PanelInput & {
  isLoaded: boolean;
  isSignedIn: boolean;
  hasRepositories: boolean;
  problem: Problem | null;
  /** What became of lines is still being worked out. */
  isFollowing: boolean;
  /** Themes could not be worked out: then nothing is said of how many there are. */
  isWithoutThemes?: boolean;
  /** Pieces of feedback that are held back until their mentee has noted a guess: they are counted nowhere. */
  held: number;
};

/** Everything that the panel shows, in words of the user's language. */
export function panelState(input: PanelStateInput): PanelState {
  const { mentee, now } = input;
  const panel = panelOf(input);
  const isMentee = mentee === null || input.isMe(mentee);
  const { isFollowing, isWithoutThemes = false, held } = input;
  const when = periodWords(panel.period, now);
  const around: Around = { panel, now, mentee, isMentee, isFollowing, isWithoutThemes, held, when };
  const isEmpty = input.isLoaded && panel.isEmpty;
  return {
    language: languageTag(),
    isLoading: !input.isLoaded && input.problem === null,
    working: workingWords(input, panel),
    labels: {
      loading: vscode.l10n.t('Reading the journal…'),
      period: vscode.l10n.t('Period'),
      goal: vscode.l10n.t('Goal'),
      table: vscode.l10n.t('Show as table'),
      copy: vscode.l10n.t('Copy as Markdown'),
      copied: vscode.l10n.t('Copied'),
      problem: vscode.l10n.t('Problem'),
    },
    title: vscode.l10n.t('Growth'),
    subtitle: [mentee === null ? '' : nameWord(mentee), around.when].filter(Boolean).join(' · '),
    period: input.period,
    goal: panel.goal?.id ?? null,
    periods: choices.map((choice) => ({
      choice,
      label: {
        '3-months': vscode.l10n.t('3 months'),
        '12-months': vscode.l10n.t('12 months'),
        all: vscode.l10n.t('All'),
      }[choice],
    })),
    goals: [
      { id: null, label: vscode.l10n.t('All goals') },
      ...input.goals.map(({ id, title }) => ({ id, label: cut(clean(title), 200) })),
    ],
    problem: problemOf(input),
    welcome: isEmpty ? welcome(input) : null,
    sections: isEmpty || !input.isLoaded ? [] : sectionsOf(around),
    footer: vscode.l10n.t(
      'Worked out on this machine from what you can read. The numbers say what was said and what was done about it; they compare nobody with anybody.',
    ),
  };
}

function sectionsOf(around: Around): Section[] {
  const { panel, isMentee } = around;
  const hasScales = panel.scales.scales.length + panel.scales.firstApproved.length > 0;
  const sections = [
    taggedSection(around),
    themesSection(around),
    followedSection(around),
    promisedSection(around),
    rhythmSection(around),
    reviewingSection(around),
    ...mentoringSections(around),
    ...(isMentee || hasScales ? [scalesSection(around)] : []),
  ];
  if (panel.goal === null) return sections;
  const ofAll = new Set(['rhythm', 'reviewing', 'own', 'time']);
  const note = vscode.l10n.t('For all goals: this is not counted by goal.');
  return sections.map((each) => (ofAll.has(each.id) ? { ...each, notes: [note, ...each.notes] } : each));
}

function workingWords(
  { isLoaded, isFollowing, isWithoutThemes }: PanelStateInput,
  { themes }: Panel,
): string | null {
  if (!isLoaded) return null;
  if (themes === null && !isWithoutThemes) return vscode.l10n.t('Working out themes…');
  return isFollowing ? vscode.l10n.t('Working out what became of the commented lines…') : null;
}

function problemOf({ problem, isLoaded }: PanelStateInput): PanelState['problem'] {
  if (problem === null) return null;
  const log: Offer = { label: vscode.l10n.t('Show log'), act: { act: 'showLog' } };
  const again: Offer = { label: vscode.l10n.t('Try again'), act: { act: 'reload' } };
  return { text: cut(problem.message), offers: isLoaded ? [log] : [again, log] };
}

function welcome({ isSignedIn, hasRepositories, goals }: PanelStateInput): PanelState['welcome'] {
  const pull: Offer = !isSignedIn
    ? { label: vscode.l10n.t('Sign in to GitHub'), act: { act: 'signIn' } }
    : hasRepositories
      ? { label: vscode.l10n.t('Pull feedback'), act: { act: 'pullFeedback' } }
      : { label: vscode.l10n.t('Choose repositories'), act: { act: 'chooseRepositories' } };
  const offers: Offer[] = [
    pull,
    { label: vscode.l10n.t('Log a session'), act: { act: 'logSession' } },
    ...(goals.length === 0
      ? [{ label: vscode.l10n.t('Create a goal'), act: { act: 'createGoal' } } satisfies Offer]
      : []),
  ];
  return {
    title: vscode.l10n.t('Nothing to show yet'),
    text: vscode.l10n.t(
      'Growth shows here once there is something that it can be seen by: review feedback that is pulled and tagged, sessions that are logged, promises that are made.',
    ),
    offers,
  };
}
