import { booleanArgument } from './ask.ts';
import { chosenAnnotation, fromEditor } from './chosenAnnotation.ts';
import type { Command } from './deps.ts';
import { togglePrivate } from './togglePrivate.ts';

/** `cairn.togglePrivateAnnotation(annotation?, isPrivate?)`: keeps a note to oneself, or shares it. */
export const togglePrivateAnnotation: Command = async (deps, value, second) => {
  const isPrivate = fromEditor(value) ? undefined : booleanArgument(second, 'isPrivate');
  const { id } = await chosenAnnotation(deps, value);
  await togglePrivate(deps, id, isPrivate);
};
