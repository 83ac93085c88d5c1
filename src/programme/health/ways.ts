import type { SignKind } from './types.ts';
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
  'handOver',
  'end',
] as const;
export type Way = (typeof wayNames)[number];

const ways: Record<SignKind, readonly Way[]> = {
  charter: ['readCharter', 'acceptCharter', 'talk'],
  trial: ['answerTrial'],
  pulse: ['givePulse'],
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
