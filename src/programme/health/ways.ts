import type { Look, SignKind } from './types.ts';
import type { Side } from './who.ts';

/** What somebody can do about a sign; `ui` knows the command behind each. */
export const wayNames = [
  'readCharter',
  'acceptCharter',
  'answerTrial',
  'givePulse',
  'shareSpace',
  'editPeople',
  'planSession',
  'prepare',
  'openPromises',
  'nextStep',
  'editGoal',
  'archiveGoal',
  'showLoad',
  'resetGoals',
  'changeRhythm',
  'changeBudget',
  'talk',
  'pause',
  'resume',
  'pauseAgain',
  'handOver',
  'end',
] as const;
export type Way = (typeof wayNames)[number];

const ways: Record<SignKind, readonly Way[]> = {
  charter: ['readCharter', 'acceptCharter', 'talk'],
  trial: ['answerTrial'],
  pulse: ['givePulse'],
  pause: ['resume', 'pauseAgain', 'end'],
  alone: ['shareSpace', 'editPeople', 'talk', 'pause', 'end'],
  load: ['changeRhythm', 'showLoad', 'changeBudget', 'talk', 'pause', 'handOver', 'end'],
  rhythm: ['planSession', 'changeRhythm', 'talk', 'pause', 'handOver', 'end'],
  promises: ['openPromises', 'planSession', 'changeRhythm', 'talk', 'pause'],
  preparation: ['prepare', 'resetGoals', 'changeRhythm', 'talk', 'pause', 'end'],
  goal: ['nextStep', 'editGoal', 'resetGoals', 'archiveGoal', 'talk', 'pause'],
};

/** The ways out of a sign, the nearest first. Only a mentor can hand over. */
export function waysOf(kind: SignKind, side: Side): readonly Way[] {
  return ways[kind].filter((way) => way !== 'handOver' || side.mentors);
}

/** After an answer that says that something is not well. */
const waysOut: readonly Way[] = ['resetGoals', 'changeRhythm', 'talk', 'pause', 'handOver', 'end'];

/** The ways out of what somebody answered in a check or a pulse: none where it says no "no", "partly", 1 or 2. */
export function waysAfter(
  answers: Readonly<Record<string, string | number | null>>,
  side: Side,
): readonly Way[] {
  const isLow = Object.values(answers).some(
    (one) => one === 'no' || one === 'partly' || (typeof one === 'number' && one <= 2),
  );
  return isLow ? waysOut.filter((way) => way !== 'handOver' || side.mentors) : [];
}

/** To talk with somebody else is the user's own plan: the other side reads it once the user shares it, not before. */
export function talkAction(text: string, { mentorship, isMe }: Pick<Look, 'mentorship' | 'isMe'>) {
  const own = [...(mentorship?.mentors ?? []), ...(mentorship?.mentees ?? [])].find(isMe);
  return {
    text: text.trim().slice(0, 1000),
    isPrivate: true,
    ...(own === undefined ? {} : { owner: own }),
  };
}
