import { type Character, prepared, type World } from './world.ts';

const every = (n: number, days: number) => n % days === 0;

/** Whatever is asked for is done at once. */
const goodHabits: Character['react'] = (world, who, { kind, about }) => {
  if (kind === 'charter') world.charters.find(({ id }) => id === about)!.acceptedBy.push(who);
  else if (kind === 'trial') world.trial(who, Number(about));
  else if (kind === 'pulse') world.pulse(who);
  else return undefined;
  return 'taken';
};

const begin = (world: World) => {
  world.goal('My pull requests are approved on the first read');
  world.charter();
};

/** Meets every two weeks, comes prepared, keeps promises: asked for what is to be asked, and nothing else. */
export const allWell: Character = {
  begin,
  day(world, n) {
    if (!every(n, 14)) return;
    for (const action of world.actions) action.doneAt ??= world.iso;
    world.meet(prepared);
    world.promise('ada', null);
    world.promise('mara', null);
  },
  react: goodHabits,
};

/** Well for three months, then nobody calls the other any more. */
export const drifting: Character = {
  begin,
  day(world, n) {
    if (n < 90) allWell.day!(world, n);
  },
  react: goodHabits,
};

/** The mentor takes on everything and is over their hours from April on; promises of theirs stay open. */
export const overloaded: Character = {
  begin,
  day(world, n) {
    const month = world.today.slice(0, 7);
    const isOver = month >= '2026-04' && month <= '2026-08';
    world.load = { month, hours: isOver ? 13.5 : 6, budget: 8, isOver, unknownSessions: 0 };
    if (!every(n, 14)) return;
    world.meet(prepared);
    world.promise('mara', null, 'Look for a talk about queues');
  },
  react: goodHabits,
};

/** The mentee comes unprepared, promises and does nothing; goals stand still but for sessions without goals. */
export const passive: Character = {
  begin,
  day(world, n) {
    if (!every(n, 14)) return;
    world.meet('Talked about this and that.').goalIds = [];
    if (n < 120) world.promise('ada', world.today);
  },
  // Puts everything off; in June has enough of hearing about promises.
  react: (world, who, { kind }) =>
    who !== 'ada' ? undefined : kind === 'promises' && world.today > '2026-06' ? 'never' : 'later',
};

/** Ada is named and never comes. */
export const neverJoined: Character = {
  begin(world) {
    world.written.delete('ada');
    world.charter();
  },
  // In summer the mentor ends it.
  day: (world, n) => n === 200 && world.status('ended'),
};

/** All well until the break from May to August, and afterwards. */
export const paused: Character = {
  begin,
  day(world, n) {
    if (world.today === '2026-05-01') world.status('paused');
    if (world.today === '2026-09-01') world.status('active');
    if (world.mentorship.status === 'active') allWell.day!(world, n);
  },
  react: goodHabits,
};

/** All well until a break until the end of May that nobody ends before October. */
export const forgotten: Character = {
  begin,
  day(world, n) {
    if (world.today === '2026-05-01') world.status('paused', '2026-05-31');
    if (world.today === '2026-10-01') world.status('active');
    if (world.mentorship.status === 'active') allWell.day!(world, n);
  },
  react: goodHabits,
};

/** Over at the end of March; nothing is held, asked or moved afterwards. */
export const ended: Character = {
  begin,
  day(world, n) {
    if (world.today === '2026-04-01') world.status('ended');
    if (world.mentorship.status === 'active') allWell.day!(world, n);
  },
  react: goodHabits,
};

export const characters = { allWell, drifting, overloaded, passive, neverJoined, paused, forgotten, ended };
