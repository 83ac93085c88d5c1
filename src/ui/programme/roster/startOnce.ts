/**
 * What asks before it begins something, and while it does takes no second click for another beginning.
 * @param isSure asks; `false`: nothing is begun
 */
export function startOnce<T>(
  isSure: (what: T) => Promise<boolean>,
  start: (what: T) => PromiseLike<unknown>,
): (what: T) => Promise<void> {
  let isUnderWay = false;
  return async (what) => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      if (await isSure(what)) await start(what);
    } finally {
      isUnderWay = false;
    }
  };
}
