import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ThemeEngine } from '../../../../src/growth/themes/engine.ts';
import type { ThemeAnswer, ThemeRequest } from '../../../../src/growth/themes/types.ts';
import { manyFeedback } from '../../../support/growth/manyFeedback.ts';
import { decisions } from './support.ts';

describe('the thread for themes', () => {
  let worker: Worker;
  beforeEach(() => {
    worker = new Worker(new URL('../../../../src/growth/themes/worker.ts', import.meta.url));
  });
  afterEach(() => worker.terminate());

  const ask = async (...requests: ThemeRequest[]): Promise<ThemeAnswer> => {
    const answered = once(worker, 'message');
    for (const request of requests) worker.postMessage(request);
    return (await answered)[0] as ThemeAnswer;
  };
  const inputs = manyFeedback(90, 4);
  const none = decisions({});

  it('is told all in parts and answers once, then what changed', async () => {
    const engine = new ThemeEngine();
    const parts = [inputs.slice(0, 30), inputs.slice(30, 60), inputs.slice(60, 80)];
    const answer = await ask(
      { request: 1, act: 'set', inputs: parts[0] ?? [], decisions: none, isPart: true },
      { request: 1, act: 'set', inputs: parts[1] ?? [], decisions: none, isPart: true },
      { request: 2, act: 'set', inputs: parts[2] ?? [], decisions: none },
    );
    assert.deepEqual(answer, { request: 2, themes: engine.set(inputs.slice(0, 80)) });
    const change = { put: inputs.slice(80), remove: [inputs[0]?.id ?? ''], decisions: none };
    assert.deepEqual(await ask({ request: 3, act: 'change', ...change }), {
      request: 3,
      themes: engine.change(change),
    });
    // The next whole set begins from nothing.
    assert.deepEqual(await ask({ request: 4, act: 'set', inputs: [], decisions: none }), {
      request: 4,
      themes: [],
    });
  });

  it('tells an error with its request and goes on', async () => {
    const broken = { request: 1, act: 'set', inputs: [null], decisions: none } as unknown as ThemeRequest;
    const answer = await ask(broken);
    assert.equal(answer.request, 1);
    assert.match('error' in answer ? answer.error : '', /TypeError/);
    assert.deepEqual(await ask({ request: 2, act: 'set', inputs: [], decisions: none }), {
      request: 2,
      themes: [],
    });
  });
});
