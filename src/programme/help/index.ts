export { openQuestions, quietDays, waitingQuestions } from './open.ts';
export {
  type Knower,
  type Question,
  type Reason,
  type RosterPerson,
  type Sources,
  whoKnows,
} from './whoKnows.ts';
export { shareWord, topicWords } from './words.ts';
