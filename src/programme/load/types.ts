/** A month in numbers: `2026-11`, local time. */
export type MonthId = string;

/** What one mentorship took of its mentor in a month. */
export type MonthLoad = {
  month: MonthId;
  /** Of sessions and pairings in which the user took part and whose length is known. */
  minutes: number;
  sessions: number;
  /** Sessions without minutes: they are in `sessions`, and what they took is not known. */
  unknownSessions: number;
  /** Reviews of the mentee's pull requests that the user gave. */
  reviews: number;
  /** Reviews times the minutes that the mentor gives one; `null` where no such number is set. */
  reviewMinutes: number | null;
};

/** A mentorship in which the user mentors. */
export type MentorshipLoad = {
  /** Slug of its space. */
  space: string;
  title: string;
  mentees: string[];
  isActive: boolean;
  /** Hours a month that were agreed; `null`: nothing was. */
  hoursPerMonth: number | null;
  /** Oldest first, every month of the time asked for. */
  months: MonthLoad[];
};

/** How a mentor's month stands against what they have for it. */
export type BudgetState = {
  month: MonthId;
  /** Known so far, of all mentorships. */
  hours: number;
  /** What they have: their own setting, else the sum of what was agreed; `null` where neither is known. */
  budget: number | null;
  /** `null` where no budget is known. What is unknown counts as nothing: it is never said too early. */
  isOver: boolean | null;
  /** Sessions without a length this month. */
  unknownSessions: number;
};
