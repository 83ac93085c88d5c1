import * as vscode from 'vscode';
import { topicsIn, withTopics } from '../../programme/knowledge/prefill.ts';
import { ask, objectArgument, textArgument } from './ask.ts';
import { askWhy, longestWords, topicsArgument, wordsProblem } from './captureKnowledge.ts';
import { chosenKnowledge } from './chosenKnowledge.ts';
import type { Command } from './deps.ts';
import { needOwnWords } from './ownWords.ts';

/**
 * `cairn.editKnowledge(knowledge?, { what?, why?, topics? }?)`: changes one's own knowledge note; `why: null` takes that
 * out. A person is asked for both. Throws 'not-yours' where it is a colleague's.
 */
export const editKnowledge: Command = async (deps, value, second) => {
  const isMine = (name: string | null) => name !== null && (deps.store.space?.isMe(name) ?? false);
  const note = await chosenKnowledge(deps, value, ({ createdBy }) => isMine(createdBy));
  await needOwnWords(deps, note);
  const given = objectArgument(second) ?? {};
  const isProgram = ['what', 'why', 'topics'].some((key) => key in given);
  const { what, why, topics } = isProgram
    ? {
        what: textArgument(given.what, 'what', longestWords)?.trim(),
        why: given.why === null ? null : textArgument(given.why, 'why', longestWords)?.trim(),
        topics: topicsArgument(given.topics),
      }
    : await askChanges(note);
  const changes = {
    ...(what === undefined || what === note.what ? {} : { what }),
    ...(why === undefined || why === note.why ? {} : { why }),
    ...(topics === undefined || topics.join('\n') === note.topics.join('\n') ? {} : { topics }),
  };
  if (Object.keys(changes).length > 0)
    await deps.store.perform([{ type: 'knowledge.edited', payload: { knowledge: note.id, ...changes } }]);
  return { id: note.id };
};

/** A box holds one line: text of several is changed only where somebody changed what the box showed of it. */
async function askChanges(note: { what: string; why: string | null; topics: string[] }) {
  const shown = oneLine(note.what);
  const typed = await ask({
    prompt: vscode.l10n.t('What should others know? Words such as #retry at the end become topics.'),
    value: withTopics(shown, note.topics),
    validate: (text) => wordsProblem(topicsIn(text).words, false),
  });
  const before = oneLine(note.why ?? '');
  const reason = await askWhy(before);
  const { words, topics } = topicsIn(typed, note.topics);
  return {
    what: words === topicsIn(withTopics(shown, note.topics), note.topics).words ? note.what : words,
    why: reason === before ? note.why : reason === '' ? null : reason,
    topics,
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
