import assert from 'node:assert/strict';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { learn } from '../../../../src/coach/tags/learn.ts';
import { suggestTag } from '../../../../src/coach/tags/suggest.ts';

describe('suggestions in a browser', () => {
  it('are the same there, where there is neither Node nor an import of it', async () => {
    const tags = path.join(import.meta.dirname, '../../../../src/coach/tags');
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: `export { suggestTag } from './suggest.ts'; export { learn } from './learn.ts';`,
        resolveDir: tags,
      },
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'cairn',
      minify: true,
    });
    assert.ok(Object.keys(metafile.inputs).every((input) => !input.includes('node_modules')));
    // A bare global scope: the language and nothing else.
    const page = vm.createContext(Object.create(null));
    vm.runInContext(outputFiles[0]?.text ?? '', page);
    const tagged = [{ text: 'Bosun says: fender out.', tag: 'keep' as const }];
    for (const text of ['Could you add a test?', 'Thanks!', '```suggestion\n```', 'Bosun says hi', '👍']) {
      page.text = text;
      page.tagged = JSON.stringify(tagged);
      const there = vm.runInContext(
        'JSON.stringify(cairn.suggestTag(text, cairn.learn(JSON.parse(tagged))))',
        page,
      );
      assert.deepEqual(JSON.parse(there), suggestTag(text, learn(tagged)), text);
    }
  });
});
