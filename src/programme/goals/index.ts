export { type Stage, stages } from '../roster/types.ts';
export { type GoalSignal, type GoalTemplate, readGoalFile } from './goalFile.ts';
export type { TemplateProblem, TemplateProblemCode } from './problems.ts';
export { type Rubric, type RubricLevel, type RubricSkill, readRubricFile, rubricId } from './rubricFile.ts';
export { coachSentence, type GoalHint, type GoalReason, type GoalTopic, goalReasons } from './sentence.ts';
export { type SkillStanding, standingOf } from './standing.ts';
export { allRatings, type OwnWords, ownWordsOn, takenBackAmong, takingBack } from './takingBack.ts';
