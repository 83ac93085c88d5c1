import type { NextAction } from '../../../model/state.ts';
import { localDay } from '../period.ts';
import { phrase, text } from '../phrase.ts';
import type { Scene } from '../scene.ts';
import type { Claim, Source } from '../types.ts';

/** Next actions that were kept in the period, and those promised by its end that were open then. */
export function promises(scene: Scene): Claim[] {
  const { words, input, period } = scene;
  const { actions } = input.state;
  const kept = actions.filter(({ doneAt }) => scene.isIn(doneAt));
  const open = openAt(scene);
  if (kept.length === 0 && open.length === 0) return [];
  const claims: Claim[] = [];
  const isInTime = ({ doneAt, dueDate }: NextAction) => dueDate !== null && localDay(doneAt)! <= dueDate;
  const dated = kept.filter(({ dueDate }) => dueDate !== null);
  const inTime = dated.filter(isInTime).length;
  const counts = {
    all: kept.length,
    inTime,
    late: dated.length - inTime,
    undated: kept.length - dated.length,
  };
  if (kept.length > 0)
    claims.push(scene.claim('promises:kept', text(words.promises.kept(counts)), sourcesOf(scene, kept)));
  const overdue = open.filter(({ dueDate }) => dueDate !== null && dueDate < period.to).length;
  if (open.length > 0)
    claims.push(
      scene.claim('promises:open', text(words.promises.open(open.length, overdue)), sourcesOf(scene, open)),
    );
  for (const action of kept) {
    const { id, text: said, dueDate, doneAt } = action;
    const due = dueDate === null ? null : words.day(dueDate);
    const parts = phrase((mark) => words.promises.one(mark, scene.day(doneAt), due), { said });
    claims.push(scene.claim(`promise:${id}`, parts, sourcesOf(scene, [action])));
  }
  return claims;
}

/** Promised by the end of the period and not kept by then. */
export function openAt({ input, period }: Scene): NextAction[] {
  return input.state.actions.filter(({ createdAt, doneAt }) => {
    const [made, done] = [localDay(createdAt), localDay(doneAt)];
    return made !== null && made <= period.to && (done === null || done > period.to);
  });
}

/** The session in which it was promised, else the promise itself. */
export function sourcesOf(scene: Scene, actions: readonly NextAction[]): Source[] {
  return actions.flatMap((action) => {
    const { id, owner, createdAt, sessionId } = action;
    const session = sessionId === null ? [] : scene.session(sessionId);
    if (session.length > 0) return session;
    const who = owner === null ? null : scene.person(owner);
    const title = phrase(
      (mark) => scene.words.promises.entry(who === null ? null : mark!, scene.day(createdAt)),
      ...(who === null ? [] : [who]),
    );
    return [scene.record({ id: `action:${id}`, title, facts: [] })];
  });
}
