export { toHtml } from './html.ts';
export { toMarkdown } from './markdown.ts';
export { type Link, type Outline, type OutlinedClaim, outlineOf } from './outline.ts';
export { reportOf } from './report.ts';
export { type Choice, switches, takeOut } from './takeOut.ts';
export * from './types.ts';
export type { ReportWords } from './words.ts';
