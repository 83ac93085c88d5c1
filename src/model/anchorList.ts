import type { Anchor } from './events.ts';

/** So many places of one annotation are kept in memory; the first one is always among them. */
export const mostAnchors = 4;

/** Whether a stranger's path stays within the folder that it is put to, on every system. */
export function isPathInside(path: string): boolean {
  if (path === '' || path.includes('\\') || path.includes('\0') || /^[a-z]:/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** An anchor as it is worked with: see `Annotation.anchors`. */
export function placeOf(anchor: Anchor): Anchor {
  const { path, startLine, endLine } = anchor;
  if (endLine >= startLine && isPathInside(path)) return anchor;
  return { ...anchor, path: isPathInside(path) ? path : '', endLine: Math.max(startLine, endLine) };
}

/** The places of an annotation when it was put to another one, the newest first. */
export function anchorsAfter(anchors: readonly Anchor[], moved: Anchor): Anchor[] {
  const place = placeOf(moved);
  // Whoever puts it nowhere has put it nowhere.
  if (place.path === '') return anchors.slice();
  const after = [place, ...anchors];
  return after.length > mostAnchors ? [...after.slice(0, mostAnchors - 1), after.at(-1)!] : after;
}
