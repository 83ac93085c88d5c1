export { overBudget } from './budget.ts';
export type * from './types.ts';
