import * as vscode from 'vscode';
import { sessionKinds } from '../../model/kinds.ts';
import type { PrepareWords } from '../../sessions/prepare/words.ts';
import { plural } from './language.ts';
import { promptWords } from './promptWords.ts';
import { kindName } from './sessions.ts';
import { tagName } from './tags.ts';

/** The words of a document to come prepared with, in the user's language. */
export const prepareWords = (): PrepareWords => ({
  kinds: Object.fromEntries(sessionKinds.map((kind) => [kind, kindName(kind)])) as PrepareWords['kinds'],
  title: (kind, date) => vscode.l10n.t('{0}, {1}', kind, date),
  since: (date) => vscode.l10n.t('Since {0}.', date),
  headings: {
    blockers: vscode.l10n.t('Blockers'),
    wins: vscode.l10n.t('Wins'),
    focus: vscode.l10n.t('Focus'),
    actions: vscode.l10n.t('Next actions'),
    prompts: vscode.l10n.t({
      message: 'To ask, before any answer',
      comment: [
        'A heading. Not the word for questions alone: below that one stands what a mentee wants to ask.',
      ],
    }),
    log: vscode.l10n.t('Log'),
  },
  threads: vscode.l10n.t('Conversations that are not resolved:'),
  conversations: (count, latest) => vscode.l10n.t('{0} (the latest of {1} there)', latest, count),
  stillGoals: vscode.l10n.t('Goals for which nothing has happened in a month:'),
  keeps: vscode.l10n.t('Others want more of this:'),
  milestones: vscode.l10n.t('Milestones that were reached:'),
  noBlockers: vscode.l10n.t('Nothing waits in the data. What else is in the way?'),
  noWins: vscode.l10n.t(
    'Nothing was tagged keep, and no milestone was reached. What went well all the same?',
  ),
  noFocus: vscode.l10n.t('Nothing was tagged stop in the last three months. What matters most now?'),
  noActions: vscode.l10n.t('No promise is open.'),
  more: (count) => vscode.l10n.t('and {0} more', count),
  lastMoved: (date) => vscode.l10n.t('nothing since {0}', date),
  neverMoved: vscode.l10n.t('nothing yet'),
  stops: (count, since) =>
    vscode.l10n.t(plural(count, '{0} stop since {1}', '{0} stops since {1}'), count, since),
  withoutGoal: vscode.l10n.t('Without a goal'),
  due: (date) => vscode.l10n.t('due {0}', date),
  overdue: (date) => vscode.l10n.t('was due {0}, overdue', date),
  somebody: vscode.l10n.t('somebody'),
  outdated: vscode.l10n.t('outdated'),
  unverified: (name) => vscode.l10n.t('unverified, in the name of {0}', name),
  hints: {
    question: vscode.l10n.t('What do you want to ask?'),
    goal: vscode.l10n.t('What would make this conversation worth your time?'),
    example: vscode.l10n.t('Something that happened lately: a pull request, an incident, a meeting.'),
    log: vscode.l10n.t(
      'A row for each topic. In the last column somebody promises something: @name what, by friday.',
    ),
  },
  sections: {
    keep: {
      heading: tagName('keep'),
      hint: vscode.l10n.t('What should go on? Each line becomes feedback, tagged keep.'),
    },
    stop: {
      heading: tagName('stop'),
      hint: vscode.l10n.t('What should end? Each line becomes feedback, tagged stop.'),
    },
    start: {
      heading: tagName('start'),
      hint: vscode.l10n.t('What should begin? Each line becomes feedback, tagged start.'),
    },
    goal: {
      heading: vscode.l10n.t('Goal'),
      hint: vscode.l10n.t('What would make this conversation worth your time?'),
    },
    reality: {
      heading: vscode.l10n.t('Reality'),
      hint: vscode.l10n.t('What happens now, and what was tried?'),
    },
    options: {
      heading: vscode.l10n.t('Options'),
      hint: vscode.l10n.t('What could be done? And what else?'),
    },
    will: { heading: vscode.l10n.t('Will'), hint: vscode.l10n.t('What will be done, by whom and by when?') },
    intended: {
      heading: vscode.l10n.t('What was meant to happen'),
      hint: vscode.l10n.t('The plan, and what everybody expected.'),
    },
    happened: {
      heading: vscode.l10n.t('What happened'),
      hint: vscode.l10n.t('The facts in their order, without a judgement.'),
    },
    why: {
      heading: vscode.l10n.t('Why it differed'),
      hint: vscode.l10n.t('What in the system and the circumstances made the difference?'),
    },
    change: {
      heading: vscode.l10n.t('What to do the next time'),
      hint: vscode.l10n.t('What stays as it was, and what changes?'),
    },
    situation: {
      heading: vscode.l10n.t('Situation'),
      hint: vscode.l10n.t('When and where was it?'),
    },
    behaviour: {
      heading: vscode.l10n.t('Behaviour'),
      hint: vscode.l10n.t('What was done or said, as a camera would have seen it?'),
    },
    impact: { heading: vscode.l10n.t('Impact'), hint: vscode.l10n.t('What came of it, and for whom?') },
    ask: {
      heading: vscode.l10n.t({
        message: 'Ask',
        comment: ['A heading: what somebody wishes for. Not a question.'],
      }),
      hint: vscode.l10n.t('What do you wish for? Put it as a question.'),
    },
  },
  prompts: promptWords(),
});
