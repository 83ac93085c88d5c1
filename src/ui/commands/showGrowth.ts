import { choices } from '../../growth/panel/period.ts';
import { wordArgument } from './ask.ts';
import { goalById } from './chosenGoal.ts';
import type { Command } from './deps.ts';

/**
 * `cairn.showGrowth({ goal?: id | null, period?: '3-months' | '12-months' | 'all' }?)`: the growth panel, of one goal
 * or of all (`null`); what is not named stays as it was. Throws 'not-found', 'invalid-argument'.
 */
export const showGrowth: Command = async ({ store, growthPanel }, argument) => {
  const given = typeof argument === 'object' && argument !== null ? argument : {};
  const period = 'period' in given ? wordArgument(given.period, 'period', choices) : undefined;
  let goal: string | null | undefined;
  if ('goal' in given && given.goal !== undefined) {
    await store.load();
    goal = given.goal === null ? null : goalById(store.goals, String(given.goal)).id;
  }
  await growthPanel.show({ ...(period ? { period } : {}), ...(goal !== undefined ? { goal } : {}) });
};
