import * as vscode from 'vscode';
import type { Tracker } from '../../model/tracker.ts';
import { markWords } from '../feedback/badges.ts';
import type { MentorshipNotice } from '../mentorship/nudges.ts';
import type { RecallNotice } from '../recall/register.ts';
import { missingWords, plannedName, withWords } from '../sessionsView/words.ts';
import type { Problem } from '../situation.ts';
import { cut } from '../webview/read.ts';
import { languageTag, plural } from '../words/language.ts';
import type { PageInput } from './pageState.ts';
import type { Act, Notice, Offer } from './protocol.ts';

/** The lines above the goals: what went wrong, what goes on, what waits; each with what can be done. */
export function noticesOf(input: PageInput, tracker: Tracker): Notice[] {
  const notices: Notice[] = [];
  for (const problem of input.problems)
    notices.push({ kind: 'problem', text: cut(problem.message), offers: remedies(problem, input) });
  if (input.pulling !== null) {
    notices.push({
      kind: 'progress',
      text: cut(input.pulling),
      offers: [offer(vscode.l10n.t('Cancel'), { act: 'cancelPull' })],
    });
  }
  if (input.recall) notices.push(recallNotice(input.recall));
  if (input.next !== null) notices.push(nextNotice(input.next, input.now));
  if (input.nudge) notices.push(mentorshipNotice(input.nudge));
  const hasGoals = tracker.goals.length > 0;
  if (!input.isLoaded || (!hasGoals && tracker.feedback === 0)) return notices;
  if (tracker.untagged > 0) {
    const text = plural(
      tracker.untagged,
      vscode.l10n.t('1 piece of feedback to tag'),
      vscode.l10n.t(
        '{0} pieces of feedback to tag',
        new Intl.NumberFormat(languageTag()).format(tracker.untagged),
      ),
    );
    notices.push({ kind: 'note', text, offers: [offer(vscode.l10n.t('Show'), { act: 'showFeedback' })] });
  } else if (tracker.feedback === 0 && input.pulling === null && input.problems.length === 0) {
    notices.push(pullNext(input));
  }
  // One quiet question at a time.
  if (input.asksScales && hasGoals && !input.nudge) notices.push(scalesNotice());
  return notices;
}

/** What was noticed about the mentorship, with its ways out; quiet, and a new one at most once a week. */
function mentorshipNotice({ text, first }: MentorshipNotice): Notice {
  return {
    kind: 'mentorship',
    text: cut(text),
    offers: [
      offer(first, { act: 'takeNudge' }),
      offer(vscode.l10n.t('Other ways…'), { act: 'nudgeWays' }),
      offer(vscode.l10n.t('Not now'), { act: 'laterNudge' }),
    ],
  };
}

/** Quiet, at most every four weeks. */
function scalesNotice(): Notice {
  return {
    kind: 'scales',
    text: vscode.l10n.t('Your own scales: three picks that only you see.'),
    offers: [
      offer(vscode.l10n.t('Answer'), { act: 'answerScales' }),
      offer(vscode.l10n.t('Not now'), { act: 'dismissScales' }),
    ],
  };
}

/** What was said before about what is staged, a row each; quiet, and gone on demand. */
function recallNotice({ key, text, rows }: RecallNotice): Notice {
  const recalled = rows.map(({ feedback, text, about }) => ({
    text: cut(text),
    about: cut(about),
    act: { act: 'openFeedback' as const, feedback },
  }));
  return {
    kind: 'recall',
    text: cut(text),
    offers: [offer(vscode.l10n.t('Dismiss'), { act: 'dismissRecall' })],
    recalled: { key, rows: recalled },
  };
}

/** The session that comes next in one line, with what its mentee has not prepared. */
function nextNotice({ next, missing, people, isMe }: NonNullable<PageInput['next']>, now: Date): Notice {
  const { session } = next;
  const missed = missing && missingWords(missing);
  const marks = session
    ? markWords({ isPrivate: session.isPrivate, isUnverified: session.claimedBy !== null })
    : [];
  const parts = [plannedName(next, now), withWords(people, isMe), missed, ...marks];
  const label = session === null || missed !== null ? vscode.l10n.t('Prepare') : vscode.l10n.t('Open');
  return {
    kind: 'next',
    text: cut(parts.filter(Boolean).join(' · ')),
    offers: [offer(label, { act: 'prepareSession', session: session?.id ?? null })],
  };
}

function pullNext({ isSignedIn, hasRepositories }: PageInput): Notice {
  if (!isSignedIn) {
    return {
      kind: 'note',
      text: vscode.l10n.t('Sign in to GitHub to see what reviewers said, beside your goals.'),
      offers: [offer(vscode.l10n.t('Sign in'), { act: 'signIn' })],
    };
  }
  if (!hasRepositories) {
    return {
      kind: 'note',
      text: vscode.l10n.t('Choose the repositories whose reviews count.'),
      offers: [offer(vscode.l10n.t('Choose repositories'), { act: 'chooseRepositories' })],
    };
  }
  return {
    kind: 'note',
    text: vscode.l10n.t('No feedback has been pulled yet.'),
    offers: [offer(vscode.l10n.t('Pull feedback'), { act: 'pullFeedback' })],
  };
}

function remedies(problem: Problem, { isLoaded }: PageInput): Offer[] {
  const log = offer(vscode.l10n.t('Show log'), { act: 'showLog' });
  if (!isLoaded) return [offer(vscode.l10n.t('Try again'), { act: 'reload' }), log];
  switch (problem.code) {
    case 'not-signed-in':
    case 'unauthorized':
      return [offer(vscode.l10n.t('Sign in'), { act: 'signIn' })];
    case 'sync-unauthorized':
      return [offer(vscode.l10n.t('Sign in'), { act: 'signIn' }), log];
    case 'no-repository':
    case 'repository-not-found':
      return [offer(vscode.l10n.t('Choose repositories'), { act: 'chooseRepositories' })];
    default:
      // Another pull mends no act: whoever failed knows what to do again.
      return problem.source === 'pull'
        ? [offer(vscode.l10n.t('Try again'), { act: 'pullFeedback' }), log]
        : [log];
  }
}

/** A button's words and what it does. */
export function offer(label: string, act: Act, isPrimary = false): Offer {
  return { label, act, isPrimary };
}
