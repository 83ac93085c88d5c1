import { type GoalTemplate, type Rubric, readGoalFile, readRubricFile } from '../../programme/goals/index.ts';
import { listTemplates, type TemplateFile, type TemplateNote } from './templates.ts';
import { noteOf } from './templateWords.ts';

/** Every goal on offer, the team's own files in place of Cairn's, with what could not be read. */
export async function readGoalTemplates(): Promise<{ goals: GoalTemplate[]; problems: TemplateNote[] }> {
  const { files, problems } = await listTemplates('goals');
  const read = files.map((file) => ({ file, ...readGoalFile(file.name, file.text) }));
  return {
    goals: read.flatMap(({ goals }) => goals),
    problems: [...problems, ...read.flatMap((one) => one.problems.map((each) => noteOf(each, one.file)))],
  };
}

/** Every rubric with a skill in it, with the file that it stands in. */
export async function readRubrics(): Promise<{
  rubrics: (Rubric & { from: TemplateFile })[];
  problems: TemplateNote[];
}> {
  const { files, problems } = await listTemplates('rubrics');
  const read = files.map((file) => ({ file, ...readRubricFile(file.name, file.text) }));
  return {
    rubrics: read.flatMap(({ rubric, file }) =>
      rubric.skills.length > 0 ? [{ ...rubric, from: file }] : [],
    ),
    problems: [...problems, ...read.flatMap((one) => one.problems.map((each) => noteOf(each, one.file)))],
  };
}
