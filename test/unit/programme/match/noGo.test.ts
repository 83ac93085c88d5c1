import assert from 'node:assert/strict';
import { readNoGo } from '../../../../src/programme/match/noGo.ts';

describe('pairs to be kept apart', () => {
  it('are read wholly or not at all', () => {
    assert.deepEqual(readNoGo([['ada', 'bo']]), [['ada', 'bo']]);
    assert.deepEqual(readNoGo({ version: 1, pairs: [] }), []);
    const broken = [
      null,
      'ada',
      {},
      { pairs: {} },
      [['ada']],
      [['ada', 'bo', 'cy']],
      [['ada', 7]],
      [['ada', 'b o']],
    ];
    for (const json of [...broken, [['ada', 'bo'], 'cy'], JSON.parse('{"__proto__":{"pairs":[]}}')])
      assert.equal(readNoGo(json), null, JSON.stringify(json));
  });
});
