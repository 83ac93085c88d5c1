export { type GoalSignal, type GoalTemplate, readGoalFile, type Stage, stages } from './goalFile.ts';
export type { TemplateProblem, TemplateProblemCode } from './problems.ts';
export { type Rubric, type RubricLevel, type RubricSkill, readRubricFile, rubricId } from './rubricFile.ts';
export { coachSentence, type GoalHint, type GoalReason, type GoalTopic, goalReasons } from './sentence.ts';
