import { safeMarkdown } from '../../model/safeText.ts';
import { longestOutline, type OutlineSection, readOutline } from '../markdown/index.ts';
import { readStep } from './readStep.ts';
import type { Playbook, PlaybookSection, StepProblem } from './types.ts';

/** A playbook has a handful of steps; what a team's file has beyond these is a problem, said once. */
export const mostSteps = 200;
const longestTitle = 200;

/**
 * Reads a playbook: what it is for, its sections with what is to be read in each, its steps, and which lines were meant as
 * steps and are none. Whatever the text is: never throws, takes linear time, all words are plain ones of a stranger.
 */
export function readPlaybook(text: string): Playbook {
  const { title, fields, sections } = readOutline(text);
  const field = (name: string) => fields.get(name)?.value.slice(0, longestTitle) ?? '';
  const playbook: Playbook = {
    ...{ title: title.slice(0, longestTitle), for: field('for'), when: field('when') },
    ...{ sections: [], problems: [] },
  };
  const lines = text.slice(0, longestOutline).split(/\r\n?|\n/);
  let left = mostSteps;
  for (const [at, section] of sections.entries()) {
    const end = sections[at + 1]?.line ?? lines.length;
    const { stepLines, ...found } = readSection(section, playbook, left);
    left -= found.steps.length;
    playbook.sections.push({ ...found, reading: readingOf(section, lines, end, stepLines) });
  }
  return playbook;
}

type Found = Omit<PlaybookSection, 'reading'> & { stepLines: Set<number> };

function readSection({ heading, line, items }: OutlineSection, { problems }: Playbook, most: number): Found {
  const found: Found = { heading, line: line + 1, steps: [], stepLines: new Set() };
  for (const item of items) {
    const at = item.line + 1;
    const read = readStep(item.text, at, heading);
    if (read === null) continue;
    found.stepLines.add(item.line);
    const last = found.steps.findLast(({ kind }) => kind === 'goal');
    const refuse = (problem: StepProblem) => {
      // One word on too much is enough.
      if (problem === 'too-many' && problems.some((one) => one.problem === problem)) return;
      problems.push({ line: at, problem });
    };
    if ('problem' in read) refuse(read.problem);
    else if ('step' in read) {
      if (found.steps.length >= most) refuse('too-many');
      else found.steps.push(read.step);
    } else if (last?.kind !== 'goal') refuse('milestone');
    else if (last.milestones.length >= most) refuse('too-many');
    else last.milestones.push(read.milestone);
  }
  return found;
}

/** What of a section is no step, as Markdown without teeth. */
function readingOf(
  section: OutlineSection,
  lines: readonly string[],
  end: number,
  steps: ReadonlySet<number>,
): string {
  const items = new Set(section.items.map(({ line }) => line));
  const kept: string[] = [];
  let isStep = false;
  for (let at = section.line + 1; at < end; at++) {
    const line = lines[at]!;
    if (steps.has(at)) isStep = true;
    // A step goes on until a blank line, or the next item.
    else if (items.has(at) || line.trim() === '') isStep = false;
    if (!isStep) kept.push(line);
  }
  if (/^(?:=+|-+)$/.test(kept[0]?.trim() ?? '')) kept.shift();
  return safeMarkdown(kept.join('\n'))
    .split('\n')
    .filter((line, i, all) => line.trim() !== '' || (all[i - 1] ?? '').trim() !== '')
    .join('\n')
    .trim();
}
