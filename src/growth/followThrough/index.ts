export { type Answer, followThreads } from './follow.ts';
