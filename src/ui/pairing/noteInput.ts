import * as vscode from 'vscode';
import type { Note } from '../../git/pairing/index.ts';
import { ask, invalid, textArgument } from '../commands/ask.ts';
import { nameWord } from '../words/whose.ts';
import { isTooLong, longestPart, readNote, writeNote } from './noteLine.ts';

/** What a program has whoever comes next know: in parts, or in one line. Throws 'invalid-argument'. */
export function noteArgument(given: Record<string, unknown>): Note {
  const line = textArgument(given.note, 'note', 5 * longestPart);
  if (line !== undefined) {
    const note = readNote(line);
    if (isTooLong(note)) throw tooLong();
    return note;
  }
  const part = (name: keyof Note) =>
    given[name] === '' ? '' : (textArgument(given[name], name, longestPart)?.trim() ?? '');
  return { done: part('done'), todo: part('todo'), unclear: part('unclear'), failing: part('failing') };
}

/** Asks for it in one line, beginning with what was said before. Throws 'cancelled'. */
export async function askNote(before: Note | null, next: string | null): Promise<Note> {
  const prompt =
    next === null
      ? vscode.l10n.t('What was done, what is next, what is unclear, and the test that fails, if one does?')
      : vscode.l10n.t(
          'For {0}: what was done, what is next, what is unclear, and the test that fails, if one does?',
          nameWord(next),
        );
  const line = await ask({
    prompt,
    value: before ? writeNote(before) : '',
    placeHolder: vscode.l10n.t('done | next | unclear | failing test'),
    validate: (text) => {
      const note = readNote(text);
      return isTooLong(note) ? tooLong().message : undefined;
    },
  });
  return readNote(line);
}

const tooLong = () => invalid(vscode.l10n.t('Each part has at most {0} characters.', longestPart));
