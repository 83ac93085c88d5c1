import { aloneSign, charterSign, loadSign, pauseSign, pulseSign, trialSign } from './asked.ts';
import { preparationSign } from './preparation.ts';
import { promisesSign } from './promises.ts';
import { rhythmSign } from './rhythm.ts';
import { goalSign, type MadeOn } from './stillGoals.ts';
import type { Look, Sign } from './types.ts';
import { sideOf } from './who.ts';

/**
 * Everything that is to be noticed today, for this user alone: nothing while it rests or is over, but that a pause
 * has outlasted its day; nothing for whoever is not named in it. In the common space of a group only the charter asks,
 * and such a pause: all else is each mentee's own space's.
 */
export function signsOf(look: Look & MadeOn): Sign[] {
  const side = sideOf(look);
  if (side === null) return [];
  if (look.mentorship?.status !== 'active') return known(pauseSign(look));
  const charter = charterSign(look);
  if (look.mentorship.isCommon) return known(charter);
  const alone = aloneSign(look);
  // As long as nobody else is there, nothing that takes two can be missing.
  if (alone) return known(charter, alone, loadSign(look), goalSign(look, side.isMentored));
  return known(
    ...[charter, trialSign(look), loadSign(look), rhythmSign(look), promisesSign(look)],
    ...[preparationSign(look), goalSign(look, side.isMentored), pulseSign(look)],
  );
}

const known = (...signs: (Sign | null)[]): Sign[] => signs.filter((sign) => sign !== null);
