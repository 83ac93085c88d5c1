import type { Cohort } from '../../../programme/match/types.ts';
import { headsOf } from '../../../programme/match/work.ts';
import { unknownPerson } from '../../../programme/roster/fields.ts';
import { loginKey, type Programme } from '../../../programme/roster/types.ts';
import type { Deps } from '../../commands/deps.ts';
import { loadSessions } from '../../sessions/texts.ts';
import { readProgramme } from '../folder.ts';
import { readTouches } from './codeWork.ts';
import { readNoGoFile } from './noGo.ts';

/**
 * What a match needs to know, read anew: the programme, who is kept apart, who runs with whom here, who knows which code.
 * @param me somebody of whom it is to be known, in the roster or not
 */
export async function readCohort(
  deps: Deps,
  now: Date,
  me: string | null,
): Promise<{ programme: Programme; cohort: Cohort }> {
  const [programme, noGo] = await Promise.all([readProgramme(), readNoGoFile(), loadSessions(deps)]);
  const { people } = programme;
  const isIn = me === null || headsOf(people).has(loginKey(me));
  const known = isIn ? people : [...people, unknownPerson(me, '')];
  const touches = await readTouches(deps, known, { now });
  const { mentorship } = deps.store.records;
  const running = (mentorship?.mentors ?? []).flatMap((mentor) =>
    (mentorship?.mentees ?? []).map((mentee) => [mentor, mentee] as const),
  );
  return { programme, cohort: { people: programme.people, noGo, running, touches, now } };
}
