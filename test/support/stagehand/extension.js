import * as vscode from 'vscode';

const goals = [
  {
    title: 'Write pull requests that are approved on the first read',
    category: 'code quality',
    origin: 'mentee',
    milestones: ['Says in the description why, not only what', 'Three pull requests in a row with one round'],
    takes: /pull request|test|name|comment|nit|read/i,
  },
  {
    title: 'Lead an incident review from start to end',
    category: 'incident response',
    origin: 'organisation',
    milestones: ['Writes the timeline of one incident', 'Adds the lesson to the runbook'],
    takes: /runbook|log|alert|health|retry|fail|outbox/i,
  },
];

/** In each window that opens: what a person would do first, so that the views are filled when one looks. */
export async function activate() {
  const cairn = vscode.extensions.getExtension('cairn-mentoring.cairn');
  const token = process.env.CAIRN_SAMPLE_TOKEN;
  if (!cairn || !token) return;
  const run = (command, ...args) => vscode.commands.executeCommand(`cairn.${command}`, ...args);
  await run('feedback.focus');
  const api = await cairn.activate();
  await run('signInWithToken', token);
  await run('pullFeedback');
  if ((await api.getState()).goals.length > 0) return;
  for (const { takes, milestones, ...goal } of goals) {
    const { id } = await run('createGoal', goal);
    const made = [];
    for (const title of milestones) made.push(await run('addMilestone', id, { title }));
    await run('completeMilestone', made[0].id);
    await tag(run, (await api.getState()).feedback, id, takes);
  }
}

/** Tags what Cairn is sure about and links it to the goal that it speaks to; the rest is left to the visitor. */
async function tag(run, feedback, goal, takes) {
  const fitting = feedback.filter(
    (item) =>
      item.suggestedTag &&
      item.suggestedTag !== 'none' &&
      !item.tag &&
      takes.test(`${item.path} ${item.body}`),
  );
  for (const item of fitting.slice(0, 8)) {
    await run('tagFeedback', item.id, item.suggestedTag);
    await run('linkFeedback', item.id, goal);
  }
}
