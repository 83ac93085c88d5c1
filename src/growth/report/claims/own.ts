import { localDay, madeOn } from '../period.ts';
import { phrase, text } from '../phrase.ts';
import type { Scene } from '../scene.ts';
import type { Claim, Part } from '../types.ts';

/** What only this user sees, a claim each: nothing of it is counted or told anywhere else. */
export function own(scene: Scene): Claim[] {
  const { words, input } = scene;
  const { goals, feedback, actions, sessions, kudos, scaleAnswers } = input.own;
  const claim = (id: string, parts: Part[], day: string | null) => {
    const title = text(words.own.entry(day === null ? null : words.day(day)));
    return scene.claim(`own:${id}`, parts, [scene.record({ id: `own:${id}`, title, facts: [] })], {
      isPrivate: true,
    });
  };
  const claims: Claim[] = goals
    .filter(({ status }) => status !== 'archived')
    .map((goal) =>
      claim(
        goal.id,
        phrase((mark) => words.own.goal(mark), scene.goalTitle(goal)),
        madeOn(goal.id),
      ),
    );
  for (const item of feedback) {
    if (item.isSetAside || !scene.isIn(item.createdAt)) continue;
    const day = scene.day(item.createdAt);
    const parts = phrase((mark) => words.own.feedback(mark, item.tag, day), scene.quote(item.body));
    claims.push(claim(item.id, parts, localDay(item.createdAt)));
  }
  for (const { id, text: said, createdAt, doneAt } of actions) {
    if (scene.isIn(createdAt) || scene.isIn(doneAt))
      claims.push(
        claim(
          id,
          phrase((mark) => words.own.action(mark), { said }),
          localDay(createdAt),
        ),
      );
  }
  for (const { id, kind, date, heldAt, entries } of sessions) {
    if (heldAt === null || !scene.isIn(date)) continue;
    claims.push(claim(id, text(words.own.session(kind, words.day(date))), date));
    entries.forEach(({ insight }, at) => {
      if (insight.trim() !== '')
        claims.push(
          claim(
            `${id}:${at}`,
            phrase((mark) => words.own.insight(mark), { said: insight }),
            date,
          ),
        );
    });
  }
  for (const { id, text: said, to, createdBy, givenAt } of kudos) {
    if (!scene.isIn(givenAt)) continue;
    const day = scene.day(givenAt);
    const people = [scene.person(createdBy), scene.person(to)];
    const parts = phrase((by, whom, mark) => words.kudos.given(by!, whom!, mark!, day), ...people, { said });
    claims.push(claim(id, parts, localDay(givenAt)));
  }
  for (const { id, scale, value, answeredAt } of scaleAnswers) {
    if (!scene.isIn(answeredAt)) continue;
    claims.push(claim(id, text(words.own.scale(scale, value, scene.day(answeredAt))), localDay(answeredAt)));
  }
  return claims;
}
