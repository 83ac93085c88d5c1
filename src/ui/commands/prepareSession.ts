import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { NewEvent } from '../../model/events.ts';
import type { Session } from '../../model/session.ts';
import { missingIn } from '../../sessions/prepare/missing.ts';
import type { Frame } from '../../sessions/templates/frames.ts';
import { authorName } from '../author.ts';
import { sessionScheme } from '../ids.ts';
import { blankText, isMe, ownText, savedEvents } from '../sessions/texts.ts';
import { sessionById } from './chosenSession.ts';
import type { Command, Deps } from './deps.ts';
import { openText } from './openSession.ts';
import { askFrame, askPlan, type Plan, planArgument } from './prepareInput.ts';

/**
 * `cairn.prepareSession({ session?, kind?, date?, frame?, people?, isPrivate? }?)`: goes on with the session that is
 * planned, or plans it, writes what it should be about into the user's own text, and opens that. A text in which
 * something stands already is left as it is. Without a kind and a date it is the session that comes next. Resolves to
 * `{ id, uri, isNew, missing }`: whether it was planned now, and what the mentees have yet to bring (`question`, `goal`,
 * `example`).
 */
export const prepareSession: Command = async (deps, argument) => {
  const { store } = deps;
  await store.load();
  const given = planArgument(deps, argument);
  const plan: Plan = given ?? (await askPlan(deps));
  const id = plan.session?.id ?? ulid();
  if (!plan.session || isUnwritten(deps, plan.session)) {
    const frame = given ? given.frame : await askFrame();
    await writePrepared(deps, { ...plan, id, frame });
  }
  const session = sessionById(deps, id);
  const { uri } = await openText(deps, session);
  const mentees = store.records.mentorship?.mentees ?? (store.mentee === null ? [] : [store.mentee]);
  return { id, uri, isNew: !plan.session, missing: missingIn(session, mentees) };
};

/** Nothing of the user's own stands in it, and nothing is being typed. */
function isUnwritten(deps: Deps, session: Session): boolean {
  const text = ownText(deps, session)?.text.trim() ?? '';
  if (text !== '' && text !== blankText(deps, session).trim()) return false;
  return !vscode.workspace.textDocuments.some(
    ({ uri, isDirty }) => isDirty && uri.scheme === sessionScheme && uri.path.split('/').includes(session.id),
  );
}

/** One act: the session where it is new, and the user's text. */
async function writePrepared(deps: Deps, plan: Plan & { id: string; frame: Frame | null }): Promise<void> {
  const [{ isMentee, prepare }, { prepareWords }] = await Promise.all([
    import('../../sessions/prepare/prepare.ts'),
    import('../words/prepareWords.ts'),
  ]);
  const { store, signIn } = deps;
  const { id, session, kind, date, frame, isPrivate } = plan;
  const isMine = (name: string) => isMe(deps, name);
  const people = [authorName(signIn), ...plan.people.filter((name) => !isMine(name))];
  const { mentorship } = store.records;
  // Others read the text of a session that is not private: nothing private may go into it.
  const state = isPrivate ? store : await store.getState();
  const about = {
    goals: [...state.goals],
    feedback: [...state.feedback],
    actions: [...state.actions],
    sessions: [...state.sessions],
  };
  const whose = isMentee(isMine, { mentee: store.mentee, mentorship });
  const text = prepare(about, new Date(), { kind, date, frame, isMentee: whose }, prepareWords());
  const texts = session?.texts ?? [];
  const written = await savedEvents(deps, () => ({ id, people, goalIds: [], heldAt: null, texts }), text);
  const planned: NewEvent[] = session
    ? []
    : [
        {
          type: 'session.logged',
          payload: {
            ...{ session: id, kind, people, date, heldAt: null, minutes: null, goals: [], link: null },
            pairing: null,
          },
        },
      ];
  await store.perform([...planned, ...written], { isPrivate });
}
