import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fits } from '../../../../src/ui/annotations/fits.ts';

const file = (repositories: string[], path = 'src/a.ts', side: 'LEFT' | 'RIGHT' = 'RIGHT') => ({
  ...{ path, repositories, side },
});
const anchor = (repository: string | null, path = 'src/a.ts', side: 'LEFT' | 'RIGHT' = 'RIGHT') => ({
  ...{ path, repository, side },
});

describe('whether an anchor means a document', () => {
  it('is sure of the same path in a clone of the same repository, whichever remote names it', () => {
    assert.equal(fits(anchor('Harbour/Beacon'), file(['ada/beacon', 'harbour/beacon'])), 'sure');
    assert.equal(fits(anchor(null), file([])), 'sure');
  });

  it('leaves it to the code in a fork, and where one side has no remote', () => {
    assert.equal(fits(anchor('harbour/beacon'), file(['ada/beacon'])), 'maybe');
    assert.equal(fits(anchor('harbour/beacon'), file([])), 'maybe');
    assert.equal(fits(anchor(null), file(['ada/beacon'])), 'maybe');
  });

  it('never means another repository, path or side, or a path that was none', () => {
    assert.equal(fits(anchor('harbour/beacon'), file(['harbour/lighthouse'])), null);
    assert.equal(fits(anchor('harbour/beacon'), file(['ada/my-beacon'])), null);
    assert.equal(fits(anchor('harbour/beacon'), file(['harbour/beacon'], 'src/b.ts')), null);
    assert.equal(fits(anchor('harbour/beacon', 'src/a.ts', 'LEFT'), file(['harbour/beacon'])), null);
    assert.equal(fits(anchor(null, ''), file([], '')), null);
  });
});
