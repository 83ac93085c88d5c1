import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { cairn, run, signInAndPull } from './support.ts';

const state = async () => (await cairn()).getState();
const rejects = (command: string, ...args: unknown[]) =>
  assert.rejects(Promise.resolve(run(command, ...args)), { code: 'invalid-argument' });

describe('reports and thanks, by command', () => {
  let folder: string;
  let goal: string;
  let keep: string;
  let secret: string;

  before(async () => {
    await signInAndPull();
    await run('cairn.createSpace', { name: 'Reports' });
    folder = await mkdtemp(join(tmpdir(), 'cairn-report-'));
    goal = (
      await run<{ id: string }>('cairn.createGoal', { title: 'Handle failures <b>where</b> they happen' })
    ).id;
    const { feedback } = await state();
    const lines = feedback.filter(
      ({ kind, isBot, inReplyTo }) => kind === 'line' && !isBot && inReplyTo === null,
    );
    keep = lines.find(({ body }) => body.startsWith('praise:'))!.id;
    const stop = lines.find(({ id }) => id !== keep)!.id;
    await run('cairn.tagFeedback', keep, 'keep');
    await run('cairn.linkFeedback', keep, goal);
    await run('cairn.tagFeedback', stop, 'stop');
    const session = {
      kind: 'check-in',
      people: ['ada-wren', 'marsh-lind'],
      text: '| Topic | Insight | Next action |\n| --- | --- | --- |\n| Queues | A pause has to grow | |\n',
    };
    await run('cairn.logSession', session);
    secret = (await run<{ id: string }>('cairn.createGoal', { title: 'A secret goal', isPrivate: true })).id;
  });
  after(async () => {
    await run('cairn.switchSpace', { space: 'personal' });
    await rm(folder, { recursive: true, force: true });
  });
  const written = async (name: string, more: object) => {
    const file = join(folder, name);
    const given = { kind: 'close-out', file, ...more };
    assert.deepEqual(await run('cairn.writeReport', given), { file });
    return readFile(file, 'utf8');
  };

  it('writes Markdown and a page, with what shows each claim, and nothing private', async () => {
    const { feedback } = await state();
    const item = feedback.find(({ id }) => id === keep)!;
    for (const format of ['markdown', 'html'] as const) {
      const bytes = await written(`a.${format}`, { format });
      assert.match(bytes, /The mentorship of (<bdi>)?ada-wren/);
      assert.ok(bytes.includes('2 pieces of feedback were tagged: 1 keep, 1 stop, 0 start.'));
      assert.ok(bytes.includes('A pause has to grow'));
      assert.ok(bytes.includes(item.url!.replaceAll('&', '&amp;')), 'the comment is linked');
      assert.ok(!bytes.includes('<b>'));
      assert.match(bytes, /&lt;b(\\>|&gt;)where/);
      assert.ok(!bytes.includes('secret goal') && !bytes.includes(secret));
    }
  });

  it('leaves out what is named, and takes along what is private where that is asked for', async () => {
    const without = ['insights', `tags:${goal}`, 'names', 'charts'];
    const bytes = await written('b.html', { format: 'html', without });
    for (const word of [
      'A pause has to grow',
      'marsh-lind',
      '<svg',
      '<table',
      `“<bdi>Handle failures &lt;b&gt;where&lt;/b&gt; they happen</bdi>”: 1 keep`,
    ])
      assert.ok(!bytes.includes(word), word);
    const whole = await written('c.md', { format: 'markdown', includePrivate: true });
    assert.ok(whole.includes('A secret goal'));
    assert.ok(whole.includes('“Handle failures &lt;b\\>where&lt;/b\\> they happen”: 1 keep'), whole);
    const { text } = await run<{ text: string }>('cairn.writeReport', {
      format: 'markdown',
      from: '2020-01-01',
      to: '2020-02-01',
    });
    assert.ok(text.includes('no feedback of this time was tagged keep, stop or start'));
  });

  it('refuses what it does not take', async () => {
    for (const argument of [
      {},
      { format: 'pdf' },
      { format: 'html', kind: 'all' },
      { format: 'html', file: 'here.html' },
      { format: 'html', without: ['name'] },
      { format: 'html', from: '2026-13-01' },
      { format: 'html', from: '2030-01-02', to: '2030-01-01' },
    ])
      await rejects('cairn.writeReport', argument);
  });

  it('thanks for a keep in words that say for what, kept in the space and copied', async () => {
    const { id, text } = await run<{ id: string; text: string }>('cairn.kudos', keep, {});
    const { feedback, kudos } = await state();
    const item = feedback.find((one) => one.id === keep)!;
    const given = kudos.find((one) => one.id === id)!;
    assert.equal(given.to, item.author);
    assert.equal(given.text, text);
    assert.equal(given.feedbackId, keep);
    assert.equal(given.goalId, goal);
    assert.ok(text.startsWith(`Thank you, ${item.author}, for saying “`), text);
    assert.ok(text.includes(`harbour-lights/beacon#${item.pullRequest!.number}`));
    assert.ok(text.includes('Handle failures'));
    assert.equal(await vscode.env.clipboard.readText(), text);
    const report = await written('d.md', { format: 'markdown' });
    assert.match(report, /ada-wren thanked .* on .*: “Thank you, /);
  });

  it('answers in the thread where that is asked for, and never tells of a goal there', async () => {
    const { repository, number } = (await state()).feedback.find(({ id }) => id === keep)!.pullRequest!;
    // Another suite may have left a review there, which takes every answer.
    const review = { repository, number, event: 'COMMENT' };
    await Promise.resolve(run('cairn.submitReview', review)).catch(() => {});
    const given = await run<{ text: string; url: string }>('cairn.kudos', keep, { reply: true });
    assert.ok(!given.text.includes('Handle failures'), given.text);
    assert.match(given.url, new RegExp(`/${repository}/pull/${number}#discussion_r\\d+$`));
  });

  it('keeps it in private where the keep is private, and refuses what is no keep', async () => {
    const own = (
      await run<{ id: string }>('cairn.addFeedback', {
        body: 'You stay calm on call.',
        author: 'theo',
        tag: 'keep',
        isPrivate: true,
      })
    ).id;
    const { id } = await run<{ id: string }>('cairn.kudos', own, { text: 'Thank you, Theo.' });
    assert.ok(!(await state()).kudos.some((one) => one.id === id));
    await rejects('cairn.kudos', own, { reply: true });
    const { feedback } = await state();
    await rejects('cairn.kudos', feedback.find(({ tag }) => tag === 'stop')!.id, {});
    const bytes = await written('e.md', { format: 'markdown' });
    assert.ok(!bytes.includes('You stay calm') && !bytes.includes('Thank you, Theo.'));
  });

  it('thanks the mentee where somebody who mentors them does', async () => {
    await run('cairn.createSpace', { name: 'Mentoring', mentors: ['ada-wren'], mentees: ['bo-lund'] });
    const said = { body: 'You stay calm on call.', author: 'theo', tag: 'keep' };
    const { id } = await run<{ id: string }>('cairn.addFeedback', said);
    const { text } = await run<{ text: string }>('cairn.kudos', id, {});
    const [given] = (await state()).kudos;
    assert.equal(given!.to, 'bo-lund');
    assert.equal(
      text,
      'Thank you, bo-lund: theo said of your work “You stay calm on call”. Please keep doing that.',
    );
    const report = await written('f.md', { format: 'markdown' });
    assert.match(report, /^# The mentorship of bo-lund, looked back on$/m);
    // Nobody's words on a pull request: theo is no part of the mentorship.
    assert.ok(!/^- .*said by theo/m.test(report), report);
  });
});
