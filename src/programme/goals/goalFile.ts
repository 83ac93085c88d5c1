import { type OutlineSection, readOutline } from '../markdown/index.ts';
import { type Stage, stages } from '../roster/types.ts';
import { Problems, type TemplateProblem } from './problems.ts';

/** What can show that a goal is lived: a pull request, a session, or something else. */
export type GoalSignal = { by: 'pull request' | 'session' | null; text: string };

export type GoalTemplate = {
  /** Name of its file. */
  file: string;
  /** 1-based, of the sentence. */
  line: number;
  stage: Stage;
  category: string;
  /** One sentence, to be made one's own. */
  sentence: string;
  milestones: string[];
  signals: GoalSignal[];
};

/** As the journal takes them, in UTF-16 code units. */
const longest = { title: 500, category: 100, milestone: 500, signal: 500 };
/** Most goals of a file, and most milestones or signals of a goal. */
const most = { goals: 100, items: 30 };

/**
 * Reads the goals of a template file (`# Title`, `Category`, `Stage`; `## One sentence` with `### Milestones` and
 * `### Signals`). What cannot be used is left out and said; all else is offered. Never throws; linear time.
 */
export function readGoalFile(
  file: string,
  text: string,
): { title: string; goals: GoalTemplate[]; problems: TemplateProblem[] } {
  const problems = new Problems(file);
  const none = { title: '', goals: [], problems: problems.list };
  if (problems.isTooLong(text)) return none;
  const { title, fields, sections } = readOutline(text);
  if (title === '') problems.add('no-title', 0);
  const category = fields.get('category');
  const stage = fields.get('stage');
  if (!category?.value) problems.add('no-category', category?.line ?? 0);
  else if (category.value.length > longest.category) problems.add('long-item', category.line, category.value);
  if (!stage?.value) problems.add('no-stage', stage?.line ?? 0);
  const known = stages.find((one) => one === stage?.value.toLowerCase());
  if (stage?.value && !known) problems.add('bad-stage', stage.line, stage.value);
  if (!category?.value || category.value.length > longest.category || !known) return { ...none, title };

  const goals: GoalTemplate[] = [];
  let goal: GoalTemplate | null = null;
  for (const section of sections) {
    if (section.level <= 2) {
      goal = section.level === 2 ? goalOf(section, goals, problems) : null;
      if (goal) goals.push(Object.assign(goal, { file, stage: known, category: category.value }));
    } else if (goal) take(section, goal, problems);
  }
  if (goals.length === 0) problems.add('no-goals');
  for (const { milestones, line, sentence } of goals)
    if (milestones.length === 0) problems.add('no-milestones', line - 1, sentence);
  return { title, goals, problems: problems.list };
}

function goalOf(
  { heading, line }: OutlineSection,
  goals: readonly GoalTemplate[],
  problems: Problems,
): GoalTemplate | null {
  if (heading === '') problems.add('empty-heading', line);
  else if (heading.length > longest.title) problems.add('long-heading', line, heading);
  else if (goals.some(({ sentence }) => sentence === heading)) problems.add('twice', line, heading);
  else if (goals.length >= most.goals) problems.add('many', line, heading);
  else
    return {
      ...{ file: '', stage: 'junior', category: '' },
      ...{ line: line + 1, sentence: heading, milestones: [], signals: [] },
    };
  return null;
}

function take({ heading, items }: OutlineSection, goal: GoalTemplate, problems: Problems): void {
  const name = heading.toLowerCase();
  if (name !== 'milestones' && name !== 'signals') return;
  for (const { text, line } of items) {
    const list: unknown[] = goal[name];
    if (text === '') continue;
    if (text.length > longest.milestone) problems.add('long-item', line, text);
    else if (list.length >= most.items) problems.add('many', line, text);
    else list.push(name === 'milestones' ? text : signalOf(text));
  }
}

function signalOf(text: string): GoalSignal {
  for (const by of ['pull request', 'session'] as const) {
    if (text.slice(0, by.length + 1).toLowerCase() === `${by}:`)
      return { by, text: text.slice(by.length + 1).trim() };
  }
  return { by: null, text };
}
