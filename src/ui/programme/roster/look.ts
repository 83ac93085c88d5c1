import type { Cohort } from '../../../programme/match/types.ts';
import type { Programme } from '../../../programme/roster/types.ts';
import type { Deps } from '../../commands/deps.ts';
import { loadSessions } from '../../sessions/texts.ts';
import { readProgramme } from '../folder.ts';
import { readTouches } from './codeWork.ts';
import { readNoGoFile } from './noGo.ts';

/** What a match needs to know, read anew: the programme, who is kept apart, who runs with whom here, who knows which code. */
export async function readCohort(deps: Deps, now: Date): Promise<{ programme: Programme; cohort: Cohort }> {
  const [programme, noGo] = await Promise.all([readProgramme(), readNoGoFile(), loadSessions(deps)]);
  const touches = await readTouches(deps, programme.people, { now });
  const { mentorship } = deps.store.records;
  const running = (mentorship?.mentors ?? []).flatMap((mentor) =>
    (mentorship?.mentees ?? []).map((mentee) => [mentor, mentee] as const),
  );
  return { programme, cohort: { people: programme.people, noGo, running, touches, now } };
}
