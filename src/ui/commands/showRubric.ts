import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { allRatings } from '../../programme/goals/index.ts';
import { openPanel } from '../panel/index.ts';
import { evidenceOf, openEvidence } from '../programme/evidence.ts';
import { programmeFolder } from '../programme/folder.ts';
import { readRubrics } from '../programme/goalTemplates.ts';
import { openAt } from '../programme/problemList.ts';
import { ratedPeople } from '../programme/ratedPeople.ts';
import { type RubricAct, rubricContent } from '../programme/rubricPanel.ts';
import type { TemplateFile } from '../programme/templates.ts';
import { isMe } from '../sessions/texts.ts';
import { objectArgument, textArgument } from './ask.ts';
import { copyPlaybook } from './copyPlaybook.ts';
import type { Command, Deps } from './deps.ts';
import { askRubric } from './rateInput.ts';
import { askAndRate, rubricById } from './rateSkill.ts';

/**
 * `cairn.showRubric({ rubric, person? }?)`: a panel with the skills of a rubric, where somebody (the mentee, a mentee
 * themselves) sees them and where others do, side by side, with what shows it and how it came to be. Resolves to
 * `{ rubric, person }`. Throws 'not-found' where there is neither such a rubric nor a rating by it.
 */
export const showRubric: Command = async (deps, argument) => {
  const given = objectArgument(argument);
  const named = textArgument(given?.rubric, 'rubric', 200);
  const whom = textArgument(given?.person, 'person', 200)?.trim();
  const { usual } = await ratedPeople(deps);
  const { rubrics, problems } = await readRubrics();
  const isRated = deps.store.skillRatings.some(({ rubric }) => rubric === named);
  const id =
    named === undefined
      ? (await askRubric({ rubrics, problems })).id
      : isRated
        ? named
        : rubricById(rubrics, named).id;
  const person = whom ?? usual;
  let acts = new Map<string, RubricAct>();
  await openPanel(deps, {
    id: `rubric.${createHash('sha256')
      .update(JSON.stringify([id, person]))
      .digest('hex')
      .slice(0, 20)}`,
    async read() {
      const made = await contentOf(deps, id, person);
      acts = made.acts;
      return made.content;
    },
    act: (offer) => perform(deps, { id, person }, acts.get(offer)),
    onDidChange: deps.store.onDidChange,
    again: { command: 'cairn.showRubric', args: [{ rubric: id, person }] },
  });
  return { rubric: id, person };
};

/** Everything is read anew: a text may have been mended meanwhile. */
async function contentOf(deps: Deps, id: string, person: string): Promise<ReturnType<typeof rubricContent>> {
  const { isSame } = await ratedPeople(deps);
  const { rubrics, problems } = await readRubrics();
  const { store } = deps;
  return rubricContent({
    ...{ id, person, isSame, problems, rubric: rubrics.find((one) => one.id === id) ?? null },
    isMe: (name) => isMe(deps, name),
    ratings: store.skillRatings,
    history: allRatings(store.records),
    evidence: (one) => evidenceOf(deps, one),
    hasTeamFolder: programmeFolder() !== null,
    now: new Date(),
  });
}

async function perform(
  deps: Deps,
  { id, person }: { id: string; person: string },
  act: RubricAct | undefined,
): Promise<void> {
  if (act?.act === 'rate') {
    const about = { rubric: id, person, ...(act.skill === null ? {} : { skill: act.skill }) };
    await askAndRate(deps, about);
  } else if (act?.act === 'open') await openEvidence(deps, act.evidence);
  else if (act?.act === 'mend') await openAt(act.note);
  else if (act?.act === 'copy') await copyPlaybook(deps, { kind: 'rubrics', name: id }, { fromRow: true });
  else if (act?.act === 'text') await openText(rubricById((await readRubrics()).rubrics, id).from);
}

/** A text that came with Cairn is for reading: an update would take what was written into it. */
async function openText({ path, isTeams }: TemplateFile): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: true });
  if (!isTeams)
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
}
