import * as vscode from 'vscode';
import { plainLine } from '../../model/plainLine.ts';
import type { Day, Sign, SignKind, SignOf, Way } from '../../programme/health/index.ts';
import { listWords, numberWords } from '../growth/panelWords.ts';
import { plural } from '../words/language.ts';
import { day, localDay } from '../words/time.ts';
import { nameWord } from '../words/whose.ts';

/** What was seen, in one or two sentences: figures and days, nobody's fault. */
export function signWords(sign: Sign, now: Date): string {
  return words[sign.kind](sign as never, (iso) => day(localDay(iso), now));
}

type Said = (iso: Day) => string;

const words: { [K in SignKind]: (sign: SignOf<K>, on: Said) => string } = {
  charter: ({ by, writtenOn }, on) =>
    by === null || writtenOn === null
      ? vscode.l10n.t('A version of the charter waits for you: read it, and say whether it is yours, too.')
      : vscode.l10n.t(
          'The charter of {0}, written by {1}, waits for you: read it, and say whether it is yours, too.',
          on(writtenOn),
          nameWord(by),
        ),
  trial: ({ day: after }) =>
    vscode.l10n.t(
      '{0} days together: is it useful, respectful, sustainable? Three picks, and only you see them.',
      after,
    ),
  pause: ({ until, days }, on) =>
    plural(
      days,
      vscode.l10n.t(
        'The pause was meant until {0}, 1 day ago. Nothing else is noticed until you go on.',
        on(until),
      ),
      vscode.l10n.t(
        'The pause was meant until {0}, {1} days ago. Nothing else is noticed until you go on.',
        ...[on(until), days],
      ),
    ),
  alone: ({ names, since }, on) =>
    vscode.l10n.t(
      'Nothing by {0} has arrived in this space since it began on {1}. Perhaps they do not have it yet.',
      listWords(names.slice(0, 5).map(nameWord)),
      on(since),
    ),
  load: ({ hours, budget, unknownSessions }) =>
    [
      vscode.l10n.t(
        'This month you gave mentoring {0} hours; you have {1} for it.',
        numberWords(hours, 1),
        numberWords(budget, 1),
      ),
      ...(unknownSessions > 0
        ? [
            plural(
              unknownSessions,
              vscode.l10n.t('1 session without a length is not counted.'),
              vscode.l10n.t('{0} sessions without a length are not counted.', unknownSessions),
            ),
          ]
        : []),
    ].join(' '),
  rhythm: ({ last, since, days, rhythmDays }, on) =>
    last === since
      ? vscode.l10n.t(
          'The last session was on {0}, {1} days ago. Every {2} days is what you agreed on.',
          ...[on(last), days, rhythmDays],
        )
      : vscode.l10n.t(
          'No session since {0}, for {1} days. Every {2} days is what you agreed on.',
          ...[on(since), days, rhythmDays],
        ),
  promises: ({ count, oldest, text }, on) =>
    vscode.l10n.t(
      '{0} of your promises wait, the oldest since {1}: {2}',
      ...[count, on(oldest), plainLine(text, 100)],
    ),
  preparation: ({ count, from, to }, on) =>
    vscode.l10n.t(
      'The last {0} check-ins, from {1} to {2}, began without a question, a goal or an example noted before.',
      ...[count, on(from), on(to)],
    ),
  goal: ({ title, last, days, others, isMade }, on) =>
    [
      isMade
        ? vscode.l10n.t(
            'Nothing is noted yet for “{0}”, made on {1}, {2} days ago.',
            ...[plainLine(title, 100), on(last), days],
          )
        : vscode.l10n.t(
            'Nothing is noted for “{0}” since {1}, {2} days ago.',
            ...[plainLine(title, 100), on(last), days],
          ),
      ...(others > 0
        ? [
            plural(
              others,
              vscode.l10n.t('1 more goal stands still.'),
              vscode.l10n.t('{0} more goals stand still.', others),
            ),
          ]
        : []),
    ].join(' '),
  pulse: ({ last }, on) =>
    last === null
      ? vscode.l10n.t('How is the mentorship for you? Four picks, and only you see them.')
      : vscode.l10n.t(
          'How is the mentorship for you by now? Four picks, and only you see them. The last time was {0}.',
          on(last),
        ),
};

/** A kind of things that are noticed, where somebody has silenced it. */
export function kindWords(kind: SignKind): string {
  return {
    charter: vscode.l10n.t('a charter that waits for you'),
    trial: vscode.l10n.t('the checks after 30 and 60 days'),
    pause: vscode.l10n.t('a pause whose day is over'),
    alone: vscode.l10n.t('nobody on the other side'),
    load: vscode.l10n.t('hours over what you have'),
    rhythm: vscode.l10n.t('no session for twice the rhythm'),
    promises: vscode.l10n.t('promises that wait'),
    preparation: vscode.l10n.t('check-ins without preparation'),
    goal: vscode.l10n.t('goals that stand still'),
    pulse: vscode.l10n.t('a pulse every four weeks'),
  }[kind];
}

/** A way out as a button or a row of a list. */
export function wayLabel(way: Way): string {
  return {
    readCharter: vscode.l10n.t('Read the charter'),
    acceptCharter: vscode.l10n.t('Accept it'),
    answerTrial: vscode.l10n.t('Answer'),
    givePulse: vscode.l10n.t('Give a pulse'),
    shareSpace: vscode.l10n.t('See how it is shared'),
    editPeople: vscode.l10n.t('Change who takes part'),
    planSession: vscode.l10n.t('Plan a session'),
    prepare: vscode.l10n.t('Prepare the next session'),
    openPromises: vscode.l10n.t('Look at them'),
    nextStep: vscode.l10n.t('Add a next step'),
    editGoal: vscode.l10n.t('Reword the goal'),
    archiveGoal: vscode.l10n.t('Put the goal aside'),
    showLoad: vscode.l10n.t('Show my hours'),
    resetGoals: vscode.l10n.t('Reset the goals together'),
    changeRhythm: vscode.l10n.t('Change the rhythm'),
    changeBudget: vscode.l10n.t('Change the hours agreed'),
    talk: vscode.l10n.t('Talk with a manager or lead'),
    pause: vscode.l10n.t('Pause'),
    resume: vscode.l10n.t('Go on'),
    pauseAgain: vscode.l10n.t('Pause for longer'),
    handOver: vscode.l10n.t('Hand over to another mentor'),
    end: vscode.l10n.t('End well'),
  }[way];
}

/** What a way makes or asks for, before it does; empty where the label says it. */
export function wayDetail(way: Way): string {
  const details: Partial<Record<Way, string>> = {
    resetGoals: vscode.l10n.t('plans a retrospective in a week, and opens its notes'),
    changeRhythm: vscode.l10n.t('less often, more often, or by milestones'),
    talk: vscode.l10n.t('notes a next action that only you see: both agree before anybody else is asked in'),
    pause: vscode.l10n.t('nothing is asked or noticed until you go on'),
    resume: vscode.l10n.t('it runs again, from today on'),
    pauseAgain: vscode.l10n.t('until another day, or until somebody resumes it'),
    handOver: vscode.l10n.t('somebody else mentors; goals and records stay'),
    end: vscode.l10n.t('offers a close-out: what was learned, and thanks'),
    archiveGoal: vscode.l10n.t('it can be taken up again'),
  };
  return details[way] ?? '';
}
