export { type Comparison, compareGuess, type Hit, type Miss, saidOn } from './compare.ts';
export { type Foreseen, type GuessTrend, trendOf } from './trend.ts';
