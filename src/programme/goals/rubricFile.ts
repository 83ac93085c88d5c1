import { type OutlineItem, readOutline } from '../markdown/index.ts';
import { Problems, type TemplateProblem } from './problems.ts';

/** A step of a skill: a number that only orders, a name, and what one sees of it. */
export type RubricLevel = { level: number; name: string; looks: string };
/** `line`: 1-based. */
export type RubricSkill = { name: string; line: number; levels: RubricLevel[] };
export type Rubric = {
  /** The file's name without `.md`: what ratings name. A team's copy keeps it, whatever title it gets. */
  id: string;
  file: string;
  title: string;
  /** The lowest level first. */
  skills: RubricSkill[];
};

/** As the journal takes them. */
const longest = { name: 200, looks: 1000 };
const most = { skills: 50, level: 20 };

/** The name by which ratings know the rubric of a file. */
export const rubricId = (file: string): string => file.replace(/\.md$/i, '').slice(0, longest.name);

/**
 * Reads a rubric (`# Title`, `## Skill`, `- 1 Name: what it looks like`). A skill without levels and a level that cannot
 * be read are left out and said. Never throws; linear time.
 */
export function readRubricFile(file: string, text: string): { rubric: Rubric; problems: TemplateProblem[] } {
  const problems = new Problems(file);
  const id = rubricId(file);
  const rubric: Rubric = { id, file, title: id, skills: [] };
  if (problems.isTooLong(text)) return { rubric, problems: problems.list };
  const { title, sections } = readOutline(text);
  if (title === '') problems.add('no-title', 0);
  else rubric.title = title.slice(0, longest.name);
  for (const { heading, level, line, items } of sections) {
    if (level !== 2) continue;
    if (heading === '') problems.add('empty-heading', line);
    else if (heading.length > longest.name) problems.add('long-heading', line, heading);
    else if (rubric.skills.some(({ name }) => name === heading)) problems.add('twice', line, heading);
    else if (rubric.skills.length >= most.skills) problems.add('many', line, heading);
    else {
      const levels = levelsOf(items, problems);
      if (levels.length === 0) problems.add('no-levels', line, heading);
      else rubric.skills.push({ name: heading, line: line + 1, levels });
    }
  }
  if (rubric.skills.length === 0) problems.add('no-skills');
  return { rubric, problems: problems.list };
}

function levelsOf(items: readonly OutlineItem[], problems: Problems): RubricLevel[] {
  const levels: RubricLevel[] = [];
  for (const { text, line } of items) {
    const read = readLevel(text);
    if (!read) problems.add('bad-level', line, text);
    else if (levels.some(({ level }) => level === read.level)) problems.add('level-twice', line, text);
    else levels.push(read);
  }
  return levels.sort((a, b) => a.level - b.level);
}

function readLevel(text: string): RubricLevel | null {
  const [, digits = '', rest = ''] = /^(\d{1,2})[ .):](.*)$/.exec(text) ?? [];
  const colon = rest.indexOf(':');
  const name = rest.slice(0, Math.max(colon, 0)).trim();
  const looks = rest.slice(colon + 1).trim();
  const level = Number(digits);
  if (digits === '' || level > most.level || name === '' || looks === '') return null;
  return name.length > longest.name || looks.length > longest.looks ? null : { level, name, looks };
}
