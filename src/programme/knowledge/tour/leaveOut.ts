/** What a tour is made of, as far as it matters who may read it. */
type Chosen<Note, Piece> = { notes: readonly Note[]; feedback: readonly Piece[] };

type Kept = { isPrivate: boolean };

/**
 * A tour is a file for everybody who has the repository: what is private gets into it where that is meant, else `ask`
 * says, given how many are private and how many there are. A piece of feedback is as private as the most private one of
 * its thread: its step tells the whole thread.
 * @param threadOf the thread of a piece, or the piece itself where it has none
 * @param all everything that may stand in the threads
 * @param ask rejects where nothing shall be written
 */
export async function meantFor<Note extends Kept, Piece extends Kept, S extends Chosen<Note, Piece>>(
  source: S & Chosen<Note, Piece>,
  {
    threadOf,
    all,
    isMeant,
    ask,
  }: {
    threadOf: (piece: Piece) => string;
    all: readonly Piece[];
    isMeant: boolean;
    ask: (counts: { hidden: number; chosen: number }) => Promise<'leave-out' | 'include'>;
  },
): Promise<S> {
  if (isMeant) return source;
  const threads = new Set([...all, ...source.feedback].filter(({ isPrivate }) => isPrivate).map(threadOf));
  const notes = source.notes.filter(({ isPrivate }) => !isPrivate);
  const feedback = source.feedback.filter((piece) => !threads.has(threadOf(piece)));
  const chosen = source.notes.length + source.feedback.length;
  const hidden = chosen - notes.length - feedback.length;
  if (hidden === 0 || (await ask({ hidden, chosen })) === 'include') return source;
  return { ...source, notes, feedback };
}
