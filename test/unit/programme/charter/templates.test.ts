import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mentorshipKinds } from '../../../../src/model/state.ts';
import {
  charterParts,
  fillCharter,
  placeholders,
  readCharter,
} from '../../../../src/programme/charter/index.ts';

const folder = new URL('../../../../media/programme/charters/', import.meta.url);
const known = {
  title: 'Ada and Theo',
  mentors: ['ada-wren'],
  mentees: ['theo-flint'],
  purpose: 'Theo leads an incident review by spring.',
  hopes: { mentors: 'to listen better', mentees: 'to stay calm' },
  rhythmDays: 14,
  months: 6,
  startsOn: '2026-11-02',
};
const unknown = { ...known, purpose: null, hopes: null, rhythmDays: null, months: null, startsOn: null };

describe('the templates of charters', () => {
  it('are there for each kind of mentorship, and no others', () => {
    assert.deepEqual(readdirSync(folder).sort(), mentorshipKinds.map((kind) => `${kind}.md`).sort());
  });

  for (const kind of mentorshipKinds) {
    const template = readFileSync(new URL(`${kind}.md`, folder), 'utf8');

    it(`of ${kind}: all parts are there and have words, once it is filled in`, () => {
      const text = fillCharter(template, known, 65_536);
      const { title, rhythm, length, parts, remarks } = readCharter(text);
      assert.equal(title, 'What we agree: Ada and Theo');
      assert.deepEqual([rhythm?.days, length?.months], [14, 6]);
      assert.deepEqual([...parts.keys()].sort(), [...charterParts].sort());
      assert.deepEqual(remarks, []);
      for (const words of [
        'Theo leads an incident review by spring.',
        ...(kind === 'peer' ? ['ada-wren, theo-flint'] : ['to listen better']),
        'to stay calm',
        '2026-11-02',
      ])
        assert.ok(text.includes(words), words);
      assert.doesNotMatch(text, /[{}]/);
    });

    it(`of ${kind}: it reads as a charter also where nothing else is known`, () => {
      const { rhythm, length } = readCharter(fillCharter(template, unknown, 65_536));
      assert.deepEqual([rhythm?.isByMilestone, length?.months], [true, null]);
    });

    it(`of ${kind}: it asks for nothing that is not known here`, () => {
      for (const [, name] of template.matchAll(/\{([^{}]*)\}/g))
        assert.ok((placeholders as readonly string[]).includes(name as string), name);
    });
  }
});

describe('a template that is filled in', () => {
  it('holds people’s words as plain text, whatever they are', () => {
    const hostile = '](command:x)<script>\n# Heading\n- Rhythm: daily {length}';
    const text = fillCharter(
      '# {title}\n\n- Rhythm: {rhythm}\n\n## Purpose\n\n{purpose}\n',
      { ...known, title: hostile, purpose: hostile },
      9999,
    );
    const { rhythm, title, parts } = readCharter(text);
    assert.equal(rhythm?.days, 14);
    assert.equal(title, '](command:x)<script> # Heading - Rhythm: daily {length}');
    assert.deepEqual([...parts.keys()], ['purpose']);
    assert.ok(!text.includes('<script'));
  });

  it('keeps braces that mean nothing here, and is never longer than it may be', () => {
    assert.equal(fillCharter('{constructor} {ours} {', known, 99), '{constructor} {ours} {');
    assert.equal(fillCharter('x'.repeat(100), known, 50).length, 50);
  });
});
