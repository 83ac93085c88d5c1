import { localDay } from '../period.ts';
import { phrase, text } from '../phrase.ts';
import type { Scene } from '../scene.ts';
import type { Claim, Source } from '../types.ts';

/** Each goal with how far it came, the milestones that were reached in the period, and steps towards doing it alone. */
export function goals(scene: Scene): Claim[] {
  const { words, input } = scene;
  const { goals: all, scaffolds } = input.state;
  const claims: Claim[] = [];
  for (const goal of all) {
    const reached = goal.milestones.filter(({ completedAt }) => scene.isIn(completedAt));
    if (goal.status === 'archived' && reached.length === 0) continue;
    const title = scene.goalTitle(goal);
    const source = scene.goal(goal);
    const sentence = phrase((mark) => words.goals.goal(mark, goal.status, goal.origin), title);
    if (goal.milestones.length > 0) {
      const { milestones } = goal;
      const done = milestones.filter(
        ({ completedAt }) => completedAt !== null && (localDay(completedAt) ?? '~') <= scene.period.to,
      );
      sentence.push(...text(` ${words.goals.milestones(reached.length, done.length, milestones.length)}`));
    }
    claims.push(scene.claim(`goal:${goal.id}`, sentence, [source]));
    for (const { id, title: step, completedAt } of reached) {
      const day = scene.day(completedAt);
      const said = { said: step };
      const parts = phrase((mark, of) => words.goals.milestone(mark, of, day), said, title);
      claims.push(scene.claim(`milestone:${id}`, parts, [source]));
    }
  }
  for (const { id, goalId, part, steps } of scaffolds) {
    const goal = all.find((one) => one.id === goalId);
    const about = goal ? scene.goalTitle(goal) : { said: part ?? '…' };
    for (const { step, sessionId, url, reachedAt } of steps) {
      if (!scene.isIn(reachedAt)) continue;
      const parts = phrase((mark) => words.goals.step(step, mark, scene.day(reachedAt)), about);
      const sources: Source[] = [
        ...(sessionId === null ? [] : scene.session(sessionId)),
        ...scene.page(url),
        ...(goal ? [scene.goal(goal)] : []),
      ];
      claims.push(scene.claim(`step:${id}:${step}`, parts, sources));
    }
  }
  return claims;
}
