import assert from 'node:assert/strict';
import { startOnce } from '../../../../../src/ui/programme/roster/startOnce.ts';

describe('what is started from a proposal', () => {
  it('is asked about first', async () => {
    const started: string[] = [];
    const start = startOnce<string>(
      async (who) => who === 'ines',
      async (who) => started.push(who),
    );
    await start('bo');
    assert.deepEqual(started, []);
    await start('ines');
    assert.deepEqual(started, ['ines']);
  });

  it('is started once, however often one clicks while it is under way, and can be started again after a failure', async () => {
    const [asked, started]: [string[], string[]] = [[], []];
    const sure = Promise.withResolvers<boolean>();
    const done = Promise.withResolvers<void>();
    const start = startOnce<string>(
      (who) => {
        asked.push(who);
        return sure.promise;
      },
      (who) => {
        started.push(who);
        return done.promise;
      },
    );
    const first = start('ines');
    await start('ines');
    sure.resolve(true);
    await sure.promise;
    await start('max');
    done.reject(new Error('the disk is full'));
    await assert.rejects(first, /full/);
    assert.deepEqual([asked, started], [['ines'], ['ines']]);
    await assert.rejects(start('max'), /full/);
    assert.deepEqual(started, ['ines', 'max']);
  });
});
