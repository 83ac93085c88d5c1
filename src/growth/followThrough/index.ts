export { type Answer, followThreads } from './follow.ts';
export { deleteKept, keptIn } from './kept.ts';
export { type Asked, followAll } from './run.ts';
