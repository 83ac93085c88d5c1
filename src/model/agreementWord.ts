/** What is said once somebody gave their word on a clause: which of its words. */
export type AgreementWord = 'holds' | 'waits' | 'ended' | 'left';

/**
 * Which words are true after somebody agreed, or does no longer.
 * @param said.since since when it holds, `null` where it does not
 * @param said.mayBeLeft something that it allowed may still be there, where only another member's machine can take it away
 */
export function agreementWord(said: {
  isAgreed: boolean;
  since: string | null;
  mayBeLeft: boolean;
}): AgreementWord {
  if (said.since !== null) return 'holds';
  if (said.isAgreed) return 'waits';
  return said.mayBeLeft ? 'left' : 'ended';
}
