export { overBudget } from './budget.ts';
export { type LoadOptions, loadsOf, minutesIn, type SpaceTold, sumOf } from './loads.ts';
export { lastMonths, monthOf } from './months.ts';
export { reviewsOf } from './reviews.ts';
export type * from './types.ts';
