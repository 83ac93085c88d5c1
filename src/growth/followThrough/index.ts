export { type Answer, followThreads } from './follow.ts';
export { type Asked, followAll } from './run.ts';
