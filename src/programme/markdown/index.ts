export { readField } from './fields.ts';
export {
  longestOutline,
  type Outline,
  type OutlineItem,
  type OutlineSection,
  readOutline,
} from './outline.ts';
