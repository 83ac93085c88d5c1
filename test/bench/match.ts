import { matchCohort } from '../../src/programme/match/cohort.ts';
import type { Cohort } from '../../src/programme/match/types.ts';
import { programmeOf } from '../../src/programme/roster/programme.ts';

/** Milliseconds in which a programme of 500 people is matched, from the texts of their files on. */
const bound = 2000;
const count = 500;

const words = [
  'review',
  'testing',
  'SQL',
  'Rust',
  'design',
  'speaking',
  'debugging',
  'Docker',
  'React',
  'Go',
];
const more = ['', 'basics of ', 'advanced ', 'teaching ', 'planning '];
const skills = more.flatMap((one) => words.map((word) => `${one}${word}`));
const zones = [
  ...['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'Australia/Lord_Howe'],
  ...['America/Los_Angeles', 'Asia/Kolkata', 'Europe/London', 'America/Sao_Paulo', 'UTC+05:45'],
];
const teams = ['core', 'web', 'data', 'apps', 'tools'];

/**
 * Reads the files of 500 people and matches them: half of them mentees and half mentors, everybody both, and everybody
 * both where two of three find no place (the most work: each of them makes others move). Medians of runs (argument: how
 * many; `cpuMs` is what the processors did for one, for a machine that does other things, too), the process's peak memory,
 * and whether the slowest median keeps the bound.
 */
export default async function measure([given = '7']: string[]) {
  const runs = Math.max(1, Number(given));
  const before = process.resourceUsage().maxRSS;
  const sets = { halves: cohort('halves'), both: cohort('both'), scarce: cohort('scarce') };
  const ms: Record<
    string,
    { readMs: number; matchMs: number; slowestMs: number; cpuMs: number; pairs: number }
  > = {};
  for (const [name, { texts, rest }] of Object.entries(sets)) {
    const [reads, matches, cpu]: number[][] = [[], [], []];
    let pairs = 0;
    // The first one compiles.
    for (let run = -1; run < runs; run++) {
      const busy = process.cpuUsage();
      const start = performance.now();
      const { people, problems } = programmeOf(
        '',
        { files: texts, problems: [] },
        { files: [], problems: [] },
      );
      const read = performance.now();
      const found = matchCohort({ ...rest, people });
      const end = performance.now();
      const { user, system } = process.cpuUsage(busy);
      if (people.length !== count || problems.length > 0)
        throw new Error(`${name}: ${problems.length} problems`);
      pairs = found.pairs.length;
      if (run < 0) continue;
      reads!.push(read - start);
      matches!.push(end - read);
      cpu!.push((user + system) / 1000);
    }
    const all = reads!.map((one, at) => one + matches![at]!);
    ms[name] = {
      readMs: Math.round(median(reads!)),
      matchMs: Math.round(median(matches!)),
      slowestMs: Math.round(Math.max(...all)),
      cpuMs: Math.round(median(cpu!)),
      pairs,
    };
  }
  const slowest = Math.max(...Object.values(ms).map(({ readMs, matchMs }) => readMs + matchMs));
  const peak = process.resourceUsage().maxRSS;
  return {
    ...{ people: count, runs, medianMs: slowest, bound, ...ms },
    ...{ peakMb: Math.round(peak / 1024), moreMb: Math.round((peak - before) / 1024) },
    ok: slowest <= bound,
  };
}

function cohort(kind: 'halves' | 'both' | 'scarce') {
  const random = numbers(42);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = (most: number) => Array.from({ length: 1 + Math.floor(random() * most) }, () => any(skills));
  const login = (at: number) => `person-${at}`;
  const texts = Array.from({ length: count }, (_, at) => ({
    file: `people/${login(at)}.json`,
    text: JSON.stringify({
      ...{ version: 1, login: login(at), name: `Person ${at}`, team: any(teams) },
      mentors: kind === 'halves' ? at % 2 === 0 : true,
      isMentored: kind === 'halves' ? at % 2 === 1 : true,
      ...{ offers: some(8), wants: some(5), timeZone: any(zones), stage: any(['junior', 'mid', 'senior']) },
      hours: {
        from: any(['07:00', '08:30', '09:00', '22:00']),
        to: any(['15:00', '17:15', '06:30']),
        days: [1, 2, 3, 4, 5],
      },
      capacity: kind === 'scarce' ? (at % 3 === 0 ? 1 : 0) : 1 + Math.floor(random() * 3),
      ...{ languages: ['en'], styles: [any(['pairing', 'reading', 'asking'])] },
    }),
  }));
  const pair = () => [login(Math.floor(random() * count)), login(Math.floor(random() * count))] as const;
  const rest: Omit<Cohort, 'people'> = {
    now: new Date('2026-11-22T12:00:00Z'),
    noGo: Array.from({ length: 200 }, pair),
    running: Array.from({ length: 20 }, pair),
    touches: Array.from({ length: 3000 }, () => ({
      login: login(Math.floor(random() * count)),
      area: `src/part${Math.floor(random() * 60)}`,
      times: 1 + Math.floor(random() * 20),
    })),
  };
  return { texts, rest };
}

/** Numbers from 0 to 1, the same ones at each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1]!;
