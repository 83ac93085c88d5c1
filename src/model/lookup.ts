/** So few are looked through faster than they are indexed. */
const few = 32;

type One = { id: string };
const indexes = new WeakMap<readonly One[], Map<string, One>>();
const sets = new WeakMap<readonly string[], Set<string>>();

/**
 * The one of that id in a list that grows by `add` only: however many a stranger puts there, nobody looks through all
 * of them for each.
 */
export function oneOf<T extends One>(list: readonly T[], id: string): T | undefined {
  if (list.length <= few) return list.find((one) => one.id === id);
  let index = indexes.get(list) as Map<string, T> | undefined;
  if (!index) {
    index = new Map(list.map((one) => [one.id, one]));
    indexes.set(list, index);
  }
  return index.get(id);
}

/** Puts one whose id is not there yet at a list's end. */
export function add<T extends One>(list: T[], one: T): void {
  list.push(one);
  indexes.get(list)?.set(one.id, one);
}

/** The same for lists of ids, each once, that only `addId` and `removeId` change. */
export function hasId(list: readonly string[], id: string): boolean {
  if (list.length <= few) return list.includes(id);
  let set = sets.get(list);
  if (!set) {
    set = new Set(list);
    sets.set(list, set);
  }
  return set.has(id);
}

export function addId(list: string[], id: string): void {
  if (hasId(list, id)) return;
  list.push(id);
  sets.get(list)?.add(id);
}

export function removeId(list: string[], id: string): void {
  if (!hasId(list, id)) return;
  list.splice(list.indexOf(id), 1);
  sets.get(list)?.delete(id);
}
