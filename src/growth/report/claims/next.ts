import { phrase } from '../phrase.ts';
import type { Scene } from '../scene.ts';
import type { Claim } from '../types.ts';
import { openAt, sourcesOf } from './promises.ts';
import { themesOf } from './themes.ts';

/** So many themes are worth a next step. */
const mostThemes = 3;

/** What is open at the end: promises, the next milestone of each goal, themes that still come up. */
export function next(scene: Scene): Claim[] {
  const { words, input } = scene;
  const claims: Claim[] = openAt(scene).map((action) => {
    const due = action.dueDate === null ? null : words.day(action.dueDate);
    const parts = phrase((mark) => words.next.action(mark, due), { said: action.text });
    return scene.claim(`next:${action.id}`, parts, sourcesOf(scene, [action]));
  });
  for (const goal of input.state.goals) {
    if (goal.status !== 'active') continue;
    const step = goal.milestones.find(({ completedAt }) => completedAt === null);
    const title = scene.goalTitle(goal);
    const parts = step
      ? phrase((mark, of) => words.next.milestone(mark, of), { said: step.title }, title)
      : phrase((mark) => words.next.goal(mark), title);
    claims.push(scene.claim(`next:${goal.id}`, parts, [scene.goal(goal)]));
  }
  const open = themesOf(scene).filter(
    ({ recurrence }) => recurrence?.standing === 'open' || recurrence?.standing === 'recurred',
  );
  for (const { id, name, items, recurrence } of open.slice(0, mostThemes)) {
    const parts = phrase((mark) => words.next.theme(mark, recurrence!.tag), name);
    const last = items.at(-1)!;
    claims.push(
      scene.claim(`next:${id}`, parts, [scene.comment(last)], {
        isOfPrivateRepository: scene.isClosed(items),
      }),
    );
  }
  return claims;
}
