import type { Session, SessionText } from '../../model/session.ts';

/*
 * Where the texts of sessions stand: `cairn:/sessions/<space>/<session>/<yyyy-mm-dd kind>.md` is one's own, the other
 * files of that folder are other people's. Only the paths; the scheme is `sessionScheme`.
 */

/** What a path names. `name` is `null` for the folder of a session. */
export type SessionAddress = { space: string; session: string; name: string | null };

/** A day and a kind: one's own text, also after the day or the kind were changed, for the tab stays open. */
const ownName = /^\d{4}-\d\d-\d\d [a-z-]{1,40}\.md$/;
const longestName = 80;

/** One's own text of a session. */
export function ownPath(space: string, { id, date, kind }: Pick<Session, 'id' | 'date' | 'kind'>): string {
  return `/sessions/${space}/${id}/${date} ${kind}.md`;
}

/** Somebody else's text of a session. */
export function otherPath(space: string, session: Session, text: SessionText): string {
  return `/sessions/${space}/${session.id}/${fileNames(session).get(text)}`;
}

/** `null` where the path is none of a session: other depths, names that climb. */
export function parsePath(path: string): SessionAddress | null {
  const [empty, root, space, session, name = null, ...rest] = path.split('/');
  if (empty !== '' || root !== 'sessions' || !space || !session || rest.length > 0 || name === '')
    return null;
  if ([space, session, name].some((part) => part === '.' || part === '..')) return null;
  return { space, session, name };
}

export const isOwnName = (name: string): boolean => ownName.test(name);

/** Whose text a file's name stands for, one's own left out: names are strangers' words, and may be the same. */
export function textNamed(session: Session, name: string): SessionText | undefined {
  return [...fileNames(session)].find(([, known]) => known === name)?.[0];
}

/** A file name for each text that makes a good one on every system, and none twice. */
function fileNames({ texts }: Session): Map<SessionText, string> {
  const taken = new Set<string>();
  const named = new Map<SessionText, string>();
  for (const text of texts) {
    const plain = text.by
      .replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '_')
      .slice(0, longestName)
      .toWellFormed()
      .trim();
    let name = `${plain || '_'}.md`;
    for (let n = 2; taken.has(name.toLowerCase()) || isOwnName(name) || name.startsWith('.'); n++)
      name = `${plain.replace(/^\.+/, '_') || '_'} (${n}).md`;
    taken.add(name.toLowerCase());
    named.set(text, name);
  }
  return named;
}
