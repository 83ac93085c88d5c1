export { CloneHistory } from './history.ts';
