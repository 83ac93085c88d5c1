import assert from 'node:assert/strict';
import { LostSelection } from '../../../../src/ui/feedback/lostSelection.ts';

describe('a selection that is lost while rows are drawn anew', () => {
  let time = 0;
  const begin = () => {
    time = 10_000;
    return new LostSelection(() => time);
  };

  it('is still meant for a moment, and not for longer', () => {
    const lost = begin();
    lost.selected(['a', 'b']);
    lost.drawn();
    time += 200;
    lost.selected([]);
    assert.deepEqual(lost.ids(), ['a', 'b']);
    time += 3000;
    assert.deepEqual(lost.ids(), []);
  });

  it('is none where somebody let go of the row', () => {
    const lost = begin();
    lost.drawn();
    lost.selected(['a']);
    time += 3000;
    lost.selected([]);
    assert.deepEqual(lost.ids(), []);
  });

  it('is over with the next selection', () => {
    const lost = begin();
    lost.selected(['a']);
    lost.drawn();
    lost.selected([]);
    lost.selected(['b']);
    assert.deepEqual(lost.ids(), []);
    time += 5000;
    lost.selected([]);
    assert.deepEqual(lost.ids(), []);
  });
});
