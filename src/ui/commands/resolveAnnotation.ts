import { chosenAnnotation, fromEditor } from './chosenAnnotation.ts';
import type { Command, Deps } from './deps.ts';
import { replyToAnnotation, textIn } from './replyToAnnotation.ts';

/** `cairn.resolveAnnotation(annotation?)`: it is dealt with. What stands in its box is sent as an answer. */
export const resolveAnnotation: Command = (deps, value) => resolve(deps, value, true);

/** `cairn.unresolveAnnotation(annotation?)`: it is open again. */
export const unresolveAnnotation: Command = (deps, value) => resolve(deps, value, false);

async function resolve(deps: Deps, value: unknown, isResolved: boolean): Promise<void> {
  const note = await chosenAnnotation(deps, value, (note) => note.isResolved !== isResolved);
  if (fromEditor(value) && (textIn(value) ?? '').trim() !== '') await replyToAnnotation(deps, value);
  if (note.isResolved === isResolved) return;
  await deps.store.perform([{ type: 'annotation.resolved', payload: { annotation: note.id, isResolved } }]);
}
