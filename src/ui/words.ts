export { wordsFor } from './words/errors.ts';
