import * as vscode from 'vscode';
import type { Feedback, Goal, GoalStatus, NextAction } from '../../model/state.ts';
import { type Tracker, trackerOf } from '../../model/tracker.ts';
import type { MentorshipNotice } from '../mentorship/nudges.ts';
import type { RecallNotice } from '../recall/register.ts';
import type { Content } from '../sessionsView/outline.ts';
import type { Situation } from '../situation.ts';
import { languageTag, plural } from '../words/language.ts';
import { severalWrite } from '../words/whose.ts';
import { actionsSummary, actionsView } from './actionsView.ts';
import { goalView } from './goalView.ts';
import { noticesOf, offer } from './notices.ts';
import type { PageState } from './protocol.ts';

/** What the Sessions view shows of the next session, and who looks at it. */
type NextRow = Extract<Content, { type: 'next' }> & { isMe: (name: string) => boolean };

/** The state that the page is made from. */
export type PageInput = Situation & {
  isLoaded: boolean;
  goals: readonly Goal[];
  feedback: readonly Feedback[];
  actions: readonly NextAction[];
  /** The session that comes next. */
  next: NextRow | null;
  /** What was said before about what is staged. */
  recall?: RecallNotice | null;
  /** The mentee is asked for their own scales. */
  asksScales?: boolean;
  /** Who looks is the mentee, as far as it is known. */
  isMentee?: boolean;
  /** It is known who mentors whom: then nobody is asked. */
  hasMentorship?: boolean;
  /** What is noticed about the mentorship, one thing at most. */
  nudge?: MentorshipNotice | null;
  now: Date;
};

/** Everything that the page shows, in words of the user's language. */
export function pageState(input: PageInput): PageState {
  const { goals, feedback, actions, now } = input;
  const tracker = trackerOf(goals, feedback, { now, actions });
  const context = { tracker, now, isSeveral: severalWrite([...goals, ...actions], feedback) };
  const others = actionsView(tracker.actions, { ...context, goal: null });
  const hasOthers = others.open.length > 0 || others.done !== null;
  const isEmpty = input.isLoaded && tracker.goals.length === 0;
  return {
    language: languageTag(),
    isLoading: !input.isLoaded && input.problems.length === 0,
    labels: {
      page: vscode.l10n.t('Goals'),
      dismiss: vscode.l10n.t('Dismiss'),
      loading: vscode.l10n.t('Reading the journal…'),
      problem: vscode.l10n.t('Problem'),
      month: vscode.l10n.t('Month'),
      milestones: vscode.l10n.t('Milestones'),
    },
    notices: noticesOf(input, tracker),
    welcome: isEmpty ? welcome(input) : null,
    balance: balanceOf(tracker, input.isMentee ?? true),
    groups: (['active', 'completed', 'archived'] as const).flatMap((status) => {
      const some = tracker.goals.filter(({ goal }) => goal.status === status);
      if (some.length === 0) return [];
      const views = some.map((goal) => goalView(goal, context));
      return [{ status, title: groupTitle(status), goals: views }];
    }),
    actions: hasOthers ? { list: others, summary: actionsSummary(others) } : null,
  };
}

function groupTitle(status: GoalStatus): string {
  if (status === 'active') return vscode.l10n.t('Active goals');
  return status === 'completed' ? vscode.l10n.t('Completed') : vscode.l10n.t('Archived');
}

function welcome(input: PageInput): PageState['welcome'] {
  const next = [
    ...(input.hasMentorship === false
      ? [offer(vscode.l10n.t('Start a mentorship'), { act: 'startMentorship' })]
      : []),
    ...(input.isSignedIn ? [] : [offer(vscode.l10n.t('Sign in to GitHub'), { act: 'signIn' })]),
  ];
  return {
    title: vscode.l10n.t('What do you want to grow in?'),
    text: vscode.l10n.t(
      'A good goal is one sentence about something that others can observe. Review feedback is then tagged keep, stop or start, and linked to it.',
    ),
    examplesTitle: vscode.l10n.t('For example'),
    examples: [
      vscode.l10n.t('My pull requests are approved on the first read'),
      vscode.l10n.t('I lead an incident review from start to end'),
    ],
    offers: [offer(vscode.l10n.t('Create your first goal'), { act: 'createGoal' }, true), ...next],
    more: offer(vscode.l10n.t('Choose from templates, by stage and category'), {
      act: 'createGoalFromTemplate',
    }),
    link: offer(vscode.l10n.t('Create or join a space with others'), { act: 'showSpace' }),
  };
}

/** Whom the active goals come from; where the organisation's outweigh it asks, and leaves it at that. */
function balanceOf(tracker: Tracker, isMentee: boolean): PageState['balance'] {
  const text = balanceWords(tracker);
  if (text === null) return null;
  const { mentee, organisation } = tracker.balance;
  if (organisation <= mentee) return { text, question: null };
  const question = isMentee
    ? vscode.l10n.t('More of them come from the organisation than from you. What would you choose yourself?')
    : vscode.l10n.t(
        'More of them come from the organisation than from the mentee. What would they choose themselves?',
      );
  const add = offer(vscode.l10n.t('Add a goal'), { act: 'createGoal' });
  return { text, question: { text: question, offer: add } };
}

function balanceWords({ balance }: Tracker): string | null {
  const total = balance.mentee + balance.organisation;
  if (total < 2) return null;
  const goals = plural(total, vscode.l10n.t('1 active goal'), vscode.l10n.t('{0} active goals', total));
  if (balance.organisation === 0) return vscode.l10n.t('{0}, all own', goals);
  if (balance.mentee === 0) return vscode.l10n.t('{0}, all from the organisation', goals);
  return vscode.l10n.t(
    '{0}: {1} own, {2} from the organisation',
    goals,
    balance.mentee,
    balance.organisation,
  );
}
