import type { BudgetState, MentorshipLoad } from './types.ts';

/**
 * Whether a mentor is over their own budget in the month of `now`, over all mentorships. `own` are the hours a month
 * that the mentor set for all of them together (0: none now), `null` where nothing was set.
 */
export function overBudget(
  loads: readonly MentorshipLoad[],
  { now, own }: { now: Date; own: number | null },
): BudgetState {
  const month = `${String(now.getFullYear()).padStart(4, '0')}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const parts = loads.flatMap(({ months }) => months.filter((one) => one.month === month));
  const minutes = parts.reduce((sum, one) => sum + one.minutes + (one.reviewMinutes ?? 0), 0);
  const agreed = loads.filter(({ isActive }) => isActive).map(({ hoursPerMonth }) => hoursPerMonth);
  const known = agreed.filter((hours) => hours !== null);
  // One mentorship of which nothing was agreed, and the sum says nothing.
  const budget =
    own ??
    (known.length > 0 && known.length === agreed.length ? known.reduce((sum, one) => sum + one, 0) : null);
  const hours = minutes / 60;
  return {
    month,
    hours,
    budget,
    isOver: budget === null ? null : hours > budget,
    unknownSessions: parts.reduce((sum, one) => sum + one.unknownSessions, 0),
  };
}
