export { anchorOf } from './anchorOf.ts';
export { type Found, findAnchor } from './findAnchor.ts';
export { type Change, followEdit, type Lines, type Place, placeIn } from './followEdit.ts';
