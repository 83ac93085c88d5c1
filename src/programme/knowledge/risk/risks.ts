import { isProgram, type Named, Persons } from './people.ts';

/** Somebody changed or reviewed files. */
export type Touch = { at: number; people: readonly Named[]; paths: readonly string[] };

/** A file or a folder that one active person knows. */
export type Risk = {
  /** From the repository's root, with `/`; '' is all of it. */
  path: string;
  isFolder: boolean;
  /** The name of who knows it; untrusted. */
  person: string;
  /**
   * `one`: nobody else touched or reviewed it in the last year. `others-left`: others did, but did nothing here since
   * three months.
   */
  kind: 'one' | 'others-left';
  /** Files that it stands for. */
  files: number;
  /** How often it was touched or reviewed in the last year. */
  times: number;
  /** ISO time of the last of these. */
  last: string;
  /** How much happens there, what is long ago counting less: what is worked on most is worth most. */
  weight: number;
};

export type Risks = {
  risks: Risk[];
  /** Active people in all that was looked at: with one alone there is nobody to share with. */
  active: number;
  /** Files that were touched or reviewed in the last year. */
  files: number;
};

const day = 86_400_000;
/** A year of touches counts, half as much after half a year. */
export const known = 365 * day;
const half = 180 * day;
/** Who did nothing for so long counts as gone: on leave, in another team. */
export const gone = 90 * day;
/** Below so many touches of one path there is nothing to say about it. */
const fewest = 3;
const most = 100;

type Unit = {
  times: number;
  weight: number;
  last: number;
  files: number;
  by: Map<string, number>;
  isFolder: boolean;
};

/**
 * Files and folders that were touched or reviewed in the last year by one active person alone, the busiest first. What
 * is true of a folder is said of the folder, not of each file in it.
 * @param touches from history and reviews, in any order
 * @param options.same names that are known to be one person's
 * @param options.files those that exist; others do not count. `null` where that is not known
 */
export function risksOf(
  touches: readonly Touch[],
  now: Date,
  { same = [], files: there = null }: { same?: readonly Named[]; files?: ReadonlySet<string> | null } = {},
): Risks {
  const persons = new Persons();
  for (const one of same) persons.add(one);
  const end = now.getTime();
  const recent: { at: number; keys: string[]; paths: readonly string[] }[] = [];
  for (const { at, people, paths } of touches) {
    const keys = people.filter((one) => !isProgram(one)).map((one) => persons.add(one));
    // A clock that runs ahead makes nothing newer than now.
    if (at > end - known && keys.length > 0) recent.push({ at: Math.min(at, end), keys, paths });
  }
  const lastOf = new Map<string, number>();
  for (const { at, keys } of recent)
    for (const key of keys.map((each) => persons.idOf(each)))
      lastOf.set(key, Math.max(lastOf.get(key) ?? 0, at));
  const active = new Set([...lastOf].filter(([, at]) => at > end - gone).map(([id]) => id));

  const units = new Map<string, Unit>();
  const seen = new Set<string>();
  for (const { at, keys, paths } of recent) {
    const ids = [...new Set(keys.map((key) => persons.idOf(key)))];
    const weight = 0.5 ** ((end - at) / half);
    for (const path of new Set(paths)) {
      // What is gone needs nobody who knows it.
      if (there && !there.has(path)) continue;
      const isNew = !seen.has(path);
      seen.add(path);
      for (const name of [path, ...foldersOf(path)]) {
        const unit = units.get(name) ?? blank(name !== path);
        units.set(name, unit);
        unit.times++;
        unit.weight += weight;
        unit.last = Math.max(unit.last, at);
        if (isNew) unit.files++;
        for (const id of ids) unit.by.set(id, (unit.by.get(id) ?? 0) + 1);
      }
    }
  }

  const risks: Risk[] = [];
  for (const [path, unit] of units) {
    const who = [...unit.by.keys()].filter((id) => active.has(id));
    if (who.length !== 1 || unit.times < fewest) continue;
    const { times, weight, files, isFolder } = unit;
    const kind = unit.by.size === 1 ? 'one' : 'others-left';
    const person = persons.nameOf(who[0]!);
    risks.push({
      ...{ path, isFolder, person, kind, files, times, weight },
      last: new Date(unit.last).toISOString(),
    });
  }
  const found = new Set(risks.filter(({ isFolder }) => isFolder).map(({ path }) => path));
  const outermost = risks
    .filter(({ path }) => !foldersOf(path).some((folder) => found.has(folder)))
    .sort((a, b) => b.weight - a.weight || (a.path < b.path ? -1 : 1));
  return { risks: outermost.slice(0, most), active: active.size, files: seen.size };
}

const blank = (isFolder: boolean): Unit => ({
  ...{ times: 0, weight: 0, last: 0, files: 0, isFolder },
  by: new Map(),
});

/** The folders around a path, outermost first; '' is the repository. */
function foldersOf(path: string): string[] {
  const folders: string[] = path === '' ? [] : [''];
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}
