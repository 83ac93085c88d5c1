import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type CairnWorkbench, startCairn } from './support/workbench.ts';

const mentor = 'marsh-lind';

describe('notes on lines of a file', () => {
  let workbench: CairnWorkbench;
  before(async function () {
    this.timeout(240_000);
    workbench = await startCairn({
      size: [1300, 1000],
      settings: { 'comments.openView': 'never', 'editor.minimap.enabled': false },
    });
    await workbench.openCairn();
    await workbench.signIn(mentor);
  });
  after(() => workbench?.close());

  const threads = () => workbench.page.locator('.review-widget');
  const thread = (words: string): Locator => threads().filter({ hasText: words });

  /** Opens a file of the workspace by its name. */
  async function openFile(name: string): Promise<void> {
    await workbench.page.keyboard.press('Control+P');
    const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill(name);
    await workbench.entries
      .filter({ hasText: name.split('/').at(-1)! })
      .first()
      .click();
    await workbench.page
      .locator('.tab.active')
      .filter({ hasText: name.split('/').at(-1)! })
      .waitFor();
    await workbench.page
      .locator('.cldr.comment-range-glyph')
      .first()
      .waitFor({ state: 'attached', timeout: process.env.CI ? 150_000 : 60_000 });
  }

  /** Clicks the plus beside a line, as somebody does who wants to say something about it. */
  async function openBox(line: number): Promise<void> {
    const { page } = workbench;
    const opened = threads().filter({ hasText: 'Start discussion' });
    const number = page
      .locator('.editor-group-container .line-numbers:visible')
      .getByText(String(line), { exact: true });
    await number.waitFor();
    // The editor may still be moving its lines about: a click that meets nothing is made again.
    for (let left = 10; (await opened.count()) === 0; left--) {
      assert.ok(left > 0, `no box opens at line ${line}`);
      const at = await number.boundingBox();
      const glyph = await page.locator('.cldr.comment-range-glyph:visible').first().boundingBox();
      await page.waitForTimeout(200);
      if (!at || !glyph) continue;
      await page.mouse.move(glyph.x + glyph.width / 2 + 60, at.y + 9);
      await page.mouse.move(glyph.x + glyph.width / 2, at.y + 9);
      await page.waitForTimeout(200);
      await page.mouse.down();
      await page.mouse.up();
      await opened.waitFor({ timeout: 4000 }).catch(() => {});
    }
    await opened.locator('.monaco-editor.focused').waitFor();
  }

  /** Line comments of the pull request, as others see them. */
  async function comments(
    words: string,
  ): Promise<{ path: string; line: number; start_line: number | null }[]> {
    const { url } = workbench.stage.github;
    const answer = await fetch(`${url}/api/v3/repos/harbour-lights/beacon/pulls/41/comments?per_page=100`, {
      headers: { authorization: 'Bearer token-for-ada-wren' },
    });
    const all = (await answer.json()) as {
      body: string;
      path: string;
      line: number;
      start_line: number | null;
    }[];
    return all.filter(({ body }) => body.includes(words));
  }

  /** Every event that was written, in the order of the lines. */
  function events(): { type: string; payload: Record<string, unknown> }[] {
    return filesOf(workbench.stage.dataFolder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(workbench.stage.dataFolder, name), 'utf8').trim().split('\n'))
      .map((line) => JSON.parse(line));
  }

  function drafts(): { body: string; place: { anchor: { startLine: number } } }[] {
    return filesOf(workbench.stage.dataFolder)
      .filter((name) => /drafts\/.*\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(workbench.stage.dataFolder, name), 'utf8')));
  }

  function filesOf(folder: string): string[] {
    return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  }

  async function until(what: () => boolean, words: string): Promise<void> {
    for (let left = 100; !what(); left--) {
      assert.ok(left > 0, words);
      await workbench.page.waitForTimeout(200);
    }
  }

  it('are written in the box that VS Code opens, and stand below their line', async () => {
    await openFile('src/delivery/retry.ts');
    await openBox(8);
    await workbench.page.keyboard.type('Why is `random` optional?');
    await until(() => drafts()[0]?.body === 'Why is `random` optional?', 'what is typed is kept');
    assert.equal(drafts()[0]?.place.anchor.startLine, 8);
    await workbench.screenshot('notes-box');
    await threads()
      .getByRole('button', { name: /^Keep as Note/ })
      .click();
    await thread('Why is random optional?').getByText(mentor).waitFor();
    await until(() => drafts().length === 0, 'what was sent is no draft');
    const [added] = events().filter(({ type }) => type === 'annotation.added');
    const { body, anchor } = added!.payload as { body: string; anchor: { path: string; startLine: number } };
    assert.deepEqual(
      [body, anchor.path, anchor.startLine],
      ['Why is `random` optional?', 'src/delivery/retry.ts', 8],
    );
    await workbench.screenshot('notes-kept');
  });

  it('are published from the box to the pull request that has the lines', async () => {
    const { page } = workbench;
    await openFile('src/config.ts');
    await openBox(7);
    await page.keyboard.type('Published from the box.');
    await threads()
      .getByRole('button', { name: /^Publish…/ })
      .click();
    await workbench.pick('Publish now');
    await thread('Published from the box.').getByText('published to #41').waitFor();
    const [there] = await comments('Published from the box.');
    assert.deepEqual([there?.path, there?.line, there?.start_line], ['src/config.ts', 7, null]);
    await until(() => drafts().length === 0, 'it is no draft any more');
    await workbench.screenshot('notes-published');
  });

  it('stay in the box, with what is the matter, where no pull request takes the lines', async () => {
    const { page } = workbench;
    await openBox(2);
    await page.keyboard.type('Not in any diff.');
    const box = threads().filter({ has: page.locator('.view-line', { hasText: 'Not in any diff.' }) });
    await box.getByRole('button', { name: /^Publish…/ }).click();
    await workbench.pick('Publish now');
    await box.locator('.review-title').getByText('⚠').waitFor();
    await box.locator('.view-line').getByText('Not in any diff.').waitFor();
    await workbench.screenshot('notes-refused');
    assert.deepEqual(await comments('Not in any diff.'), []);
    await box.getByRole('button', { name: /^Keep as Note/ }).click();
    await thread('Not in any diff.').getByText(mentor).waitFor();
  });

  it('are collected into a review, over several lines too, and submitted as one', async () => {
    const { page } = workbench;
    const id = `[data-mode-id], .view-line`;
    await page.locator(id).first().click();
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget:visible .quick-input-box input').fill(':6');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await workbench.runCommand('Cairn: Add Note');
    // On this line there is a thread already.
    await threads().filter({ hasText: 'Start discussion' }).locator('.monaco-editor').click();
    await page.keyboard.type('Both of these, please.');
    const box = threads().filter({ has: page.locator('.view-line', { hasText: 'Both of these' }) });
    await box.getByRole('button', { name: /^Publish…/ }).click();
    await workbench.pick('Add to my review');
    await thread('Both of these, please.').getByText('waits in the review of #41').waitFor();
    assert.deepEqual(await comments('Both of these'), []);
    await workbench.runCommand('Cairn: Submit Review');
    await workbench.entries.filter({ hasText: 'Approve' }).waitFor();
    await workbench.screenshot('notes-submit');
    await workbench.pick('Say what you see');
    await workbench.answer('Well done.');
    await thread('Both of these, please.').getByText('published to #41').waitFor();
    const [there] = await comments('Both of these');
    assert.deepEqual([there?.start_line, there?.line], [6, 7]);
  });

  it('wait to be sent while GitHub is away, and are there once', async () => {
    const { page } = workbench;
    const { control } = workbench.stage.github;
    await openBox(4);
    await page.keyboard.type('Sent later, and once.');
    control.fail({ kind: 'status', status: 503, times: null });
    const box = threads().filter({ has: page.locator('.view-line', { hasText: 'Sent later' }) });
    await box.getByRole('button', { name: /^Publish…/ }).click();
    await workbench.pick('Publish now');
    await thread('Sent later, and once.').getByText('waiting to be sent').waitFor();
    await workbench.screenshot('notes-waiting');
    assert.equal(drafts()[0]?.body, 'Sent later, and once.');
    control.clearFaults();
    await thread('Sent later, and once.')
      .getByText('published to #41')
      .waitFor({ timeout: process.env.CI ? 150_000 : 60_000 });
    assert.equal((await comments('Sent later, and once.')).length, 1);
    await until(() => drafts().length === 0, 'it is no draft any more');
  });

  it('come back half typed after a reload, in a box at their line', async () => {
    const { page } = workbench;
    await openFile('src/delivery/retry.ts');
    // At a second try the box of the first one is there.
    if (drafts().length === 0) {
      await openBox(3);
      await page.keyboard.type('Half a thought about');
    }
    await until(() => drafts()[0]?.body === 'Half a thought about', 'it is kept, to the last key');
    await page.reload();
    // Which of its tabs VS Code shows again depends on when it has last kept that.
    await page.locator('.tab').filter({ hasText: 'retry.ts' }).click();
    await page
      .locator('.review-widget .monaco-editor')
      .getByText('Half a thought about')
      .waitFor({ timeout: process.env.CI ? 150_000 : 60_000 });
    await thread('Why is random optional?').waitFor();
    await workbench.screenshot('notes-restored');
    assert.equal(drafts()[0]?.place.anchor.startLine, 3);
    const box = page
      .locator('.review-widget')
      .filter({ has: page.locator('.monaco-editor .view-line', { hasText: 'Half a thought' }) });
    await box.locator('.monaco-editor').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' options that are all required.');
    await box.getByRole('button', { name: /^Keep as Private Note/ }).click();
    await thread('options that are all required').getByText('Private note').waitFor();
    await until(() => drafts().length === 0, 'it is no draft any more');
    await workbench.screenshot('notes-private');
  });

  it('are not published a second time after a crash in the middle', async () => {
    const { url } = workbench.stage.github;
    const pull = `${url}/api/v3/repos/harbour-lights/beacon/pulls/41`;
    const headers = { authorization: `Bearer token-for-${mentor}`, 'content-type': 'application/json' };
    const { head } = (await (await fetch(pull, { headers })).json()) as { head: { sha: string } };
    const at = new Date(Date.now() - 60_000).toISOString();
    const body = 'Stored, and then the lights went out.';
    const comment = { body, path: 'src/config.ts', line: 5, side: 'RIGHT', commit_id: head.sha };
    const stored = await fetch(`${pull}/comments`, {
      method: 'POST',
      headers,
      body: JSON.stringify(comment),
    });
    assert.equal(stored.status, 201, await stored.clone().text());
    // What the window has put down before it sent that.
    const folder = join(workbench.stage.dataFolder, 'drafts', 'personal');
    const anchor = {
      ...{ path: 'src/config.ts', repository: 'harbour-lights/beacon', side: 'RIGHT', commit: head.sha },
      ...{ startLine: 5, endLine: 5, code: '  deliveryTimeout: number;', before: '', after: '' },
    };
    const id = '01M8000000000000000000000D';
    const attempt = { repository: 'harbour-lights/beacon', number: 41, at, how: 'single', reviewId: null };
    const draft = {
      ...{
        id,
        body,
        updatedAt: at,
        place: { uri: `file://${workbench.stage.folder}/src/config.ts`, anchor },
      },
      ...{ kind: 'publish', annotation: null, thread: null, attempt },
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(draft));
    await workbench.page.reload();
    await thread('Half a thought about options').waitFor({ timeout: process.env.CI ? 150_000 : 60_000 });
    await openFile('src/config.ts');
    // Nobody is signed in after a reload of this VS Code.
    await thread(body).getByText('not published', { exact: true }).waitFor();
    await workbench.screenshot('notes-not-signed-in');
    await workbench.signIn(mentor);
    await thread(body).getByText('published to #41').waitFor();
    assert.equal((await comments(body)).length, 1);
    await until(() => drafts().length === 0, 'it is no draft any more');
    await openFile('src/delivery/retry.ts');
  });

  it('are answered, changed and tagged where they stand', async () => {
    const { page } = workbench;
    const note = thread('Why is random optional?');
    await note.getByRole('button', { name: 'Reply…' }).click();
    await page.keyboard.type('For the tests.');
    await page.keyboard.press('Control+Enter');
    await note.locator('.body').getByText('For the tests.').waitFor();
    const edited = threads().filter({ hasText: 'For the tests.' });
    await note.getByRole('button', { name: 'Edit Note' }).first().click();
    await edited.locator('.edit-textarea .monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Say so.');
    await until(() => drafts().some(({ body }) => body.endsWith('Say so.')), 'a change is kept, too');
    await workbench.screenshot('notes-editing');
    await edited.getByRole('button', { name: 'Save' }).click();
    await note.locator('.body').filter({ hasText: 'Why is random optional? Say so.' }).waitFor();
    await until(() => drafts().length === 0, 'it is no draft any more');
    await note.getByRole('button', { name: 'Tag Note' }).click();
    await workbench.pick('Start');
    await note.getByText('Note · Start').waitFor();
    await workbench.screenshot('notes-tagged');
  });

  it('of others appear by themselves, with who wrote them', async () => {
    writeAs('ada-wren', 'adasclone', 'I did not know. Thank you!', 17);
    await thread('I did not know.').getByText('ada-wren').waitFor();
    await workbench.screenshot('notes-others');
  });

  it('stay on their line while the file is edited', async () => {
    const { page } = workbench;
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('const one = 1;\nconst two = 2;\n');
    await page.keyboard.press('Control+S');
    await showPlaces();
    await place('Why is random optional?', 10);
    await place('I did not know.', 19);
    assert.ok(!events().some(({ type }) => type === 'annotation.moved'), 'its own code is as it was');
  });

  it('are found again after a rebase', async () => {
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'commit.gpgsign=false', ...args],
        {
          cwd: workbench.stage.folder,
          stdio: 'pipe',
        },
      );
    const path = join(workbench.stage.folder, 'src/delivery/retry.ts');
    git('checkout', '--quiet', '-b', 'mine');
    git('commit', '--quiet', '--all', '--message', 'Two lines on top');
    git('checkout', '--quiet', 'main');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace('export type RetryOptions', `${'/** Above. */\n'.repeat(20)}export type RetryOptions`),
    );
    git('commit', '--quiet', '--all', '--message', 'Twenty lines above');
    git('checkout', '--quiet', 'mine');
    git('rebase', '--quiet', 'main');
    assert.match(readFileSync(path, 'utf8'), /^const one = 1;\nconst two = 2;\nimport/);
    await place('Why is random optional?', 30);
    await place('I did not know.', 39);
  });

  it('are never on a wrong line: they are outdated, with the code that they meant, until it is back', async () => {
    const path = join(workbench.stage.folder, 'src/delivery/retry.ts');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, 'export const retry = () => {};\n');
    const note = thread('Why is random optional?');
    await place('Why is random optional?', 1);
    await workbench.page
      .locator('.comments-panel .monaco-list-row')
      .filter({ hasText: 'Why is random' })
      .click();
    await note.getByText('outdated').waitFor();
    await note.locator('.body').getByText('random?: () => number;').waitFor();
    await workbench.screenshot('notes-outdated');
    writeFileSync(path, text);
    await place('Why is random optional?', 30);
  });

  it('look well in every theme', async () => {
    for (const theme of ['Dark 2026', 'Default High Contrast', 'Default High Contrast Light', 'Light 2026']) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`notes-${theme.replaceAll(' ', '-').toLowerCase()}`);
    }
    await workbench.page.setViewportSize({ width: 700, height: 900 });
    await workbench.page.waitForTimeout(1000);
    await workbench.screenshot('notes-narrow');
  });

  const rows = () => workbench.page.locator('.comments-panel .monaco-list-row');
  async function showPlaces(): Promise<void> {
    await workbench.runCommand('Comments: Focus on Comments View');
    await rows().first().waitFor();
  }
  /** The line at which the window shows a note, as its list of comments says it. */
  async function place(words: string, line: number): Promise<void> {
    await rows().filter({ hasText: words }).getByText(`[Ln ${line}]`).waitFor();
  }

  /** What a sync brings from somebody else. */
  function writeAs(author: string, writer: string, body: string, startLine: number): void {
    const spaces = join(workbench.stage.dataFolder, 'spaces');
    const folder = join(spaces, readdirSync(spaces)[0]!, 'journal', writer);
    const lines = readFileSync(join(workbench.stage.folder, 'src/delivery/retry.ts'), 'utf8').split('\n');
    const at = (from: number, to: number) => lines.slice(from - 1, to).join('\n');
    const anchor = {
      ...{ path: 'src/delivery/retry.ts', repository: 'harbour-lights/beacon', side: 'RIGHT', commit: null },
      ...{ startLine, endLine: startLine, code: at(startLine, startLine) },
      ...{ before: at(startLine - 3, startLine - 1), after: at(startLine + 1, startLine + 3) },
    };
    const id = '01M8000000000000000000000A';
    const payload = { annotation: id, body, anchor, number: null, feedback: null, tag: null };
    const event = {
      id,
      time: [Date.now(), 0],
      author,
      act: id,
      type: 'annotation.added',
      version: 1,
      payload,
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `${new Date().toISOString().slice(0, 7)}.jsonl`),
      `${JSON.stringify(event)}\n`,
    );
  }
});
