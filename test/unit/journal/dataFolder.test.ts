import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { parseDataFolder } from '../../../src/journal/folders/dataFolder.ts';

const home = resolve('/home/ada');

describe('the setting for the data folder', () => {
  it('means nothing when it is empty', () => {
    assert.equal(parseDataFolder('', home), null);
    assert.equal(parseDataFolder('  ', home), null);
  });
  it('is a whole path as it is', () =>
    assert.equal(parseDataFolder(` ${resolve('/mnt/journals')} `, home), resolve('/mnt/journals')));
  it('may begin with ~ for the home folder', () => {
    assert.equal(parseDataFolder('~/journals', home), join(home, 'journals'));
    assert.equal(resolve(parseDataFolder('~', home)!), home);
  });
  for (const setting of ['journals', './journals', '../journals', '~theo/journals', '$HOME/journals']) {
    it(`is refused as ${setting}`, () =>
      assert.throws(() => parseDataFolder(setting, home), {
        code: 'bad-data-folder',
        message: /cairn\.dataFolder must be a whole path/,
      }));
  }
});
