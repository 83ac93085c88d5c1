/*
 * The kinds that events know, apart from the events' schemas: what only lists them need not load these.
 */

export const sessionKinds = [
  'check-in',
  'retrospective',
  'milestone',
  'pairing',
  'shadowing',
  'reverse-shadowing',
  'incident-review',
] as const;

export const pairingStyles = [
  'driver-navigator',
  'strong-style',
  'ping-pong',
  'shadowing',
  'reverse-shadowing',
] as const;

/** From watching to doing alone. */
export const scaffoldSteps = ['shadow', 'navigate', 'reverse-shadow', 'solo'] as const;

/** Whether a mentorship runs, rests or is over. */
export const mentorshipStatuses = ['active', 'paused', 'ended'] as const;

/** What the check after 30 and 60 days can be answered with. */
export const trialWords = ['yes', 'partly', 'no'] as const;

/** What stands in the place of an event whose content was erased: a type that no version folds. */
export const erasedType = 'erased';
