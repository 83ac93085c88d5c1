import { minutesIn, sumOf } from './loads.ts';
import { monthOf } from './months.ts';
import type { BudgetState, MentorshipLoad } from './types.ts';

/**
 * Whether a mentor is over their own budget in the month of `now`, over all mentorships. `own` are the hours a month
 * that the mentor set for all of them together (0: none now), `null` where nothing was set. Otherwise it is what was
 * agreed for those that are active, and not known as soon as nothing was agreed for one of them.
 */
export function overBudget(
  loads: readonly MentorshipLoad[],
  { now, own }: { now: Date; own: number | null },
): BudgetState {
  const sum = sumOf(loads, monthOf(now));
  const agreed = loads.filter(({ isActive }) => isActive).map(({ hoursPerMonth }) => hoursPerMonth);
  const known = agreed.filter((hours) => hours !== null);
  const isAgreed = known.length > 0 && known.length === agreed.length;
  const budget = own ?? (isAgreed ? known.reduce((all, one) => all + one, 0) : null);
  const hours = minutesIn(sum) / 60;
  return {
    month: sum.month,
    hours,
    budget,
    isOver: budget === null ? null : hours > budget,
    unknownSessions: sum.unknownSessions,
  };
}
