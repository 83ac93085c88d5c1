import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { KnowledgeNote } from '../../../../src/model/mentorship.ts';
import { groupsOf } from '../../../../src/programme/knowledge/outline.ts';
import {
  commentsIn,
  proposalFrom,
  topicsIn,
  withTopics,
} from '../../../../src/programme/knowledge/prefill.ts';
import { KnowledgeSearch } from '../../../../src/programme/knowledge/search.ts';

function note(id: string, what: string, changes: Partial<KnowledgeNote> = {}): KnowledgeNote {
  return {
    ...{ id, what, why: null, anchor: null, feedbackId: null, sessionId: null, topics: [], excerpt: null },
    ...{ notedAt: `2026-11-0${id.length}T10:00:00Z`, changedAt: '', createdBy: 'ada', claimedBy: null },
    isPrivate: false,
    ...changes,
  };
}
const at = (path: string, startLine = 1) => ({
  anchor: {
    ...{ path, repository: null, side: 'RIGHT' as const, commit: null, startLine, endLine: startLine },
    ...{ code: 'send(letter);', before: '', after: '' },
  },
});

describe('the list of knowledge notes', () => {
  const notes = [
    note('a', 'Order', { ...at('src/outbox/b.ts', 9), topics: ['Outbox', 'retry'] }),
    note('bb', 'Retry', { ...at('src/outbox/a.ts', 30), topics: ['outbox'] }),
    note('ccc', 'Names', { ...at('README.md') }),
    note('dddd', 'Meetings'),
    note('eeeee', 'Early', at('src/outbox/a.ts', 3)),
  ];
  const list = (by: 'folder' | 'topic') =>
    groupsOf(notes, by).map(({ name, notes }) => [name, notes.map(({ id }) => id).join()]);

  it('is by folder, in the order of the files, with what has no place last', () => {
    assert.deepEqual(list('folder'), [
      ['', 'ccc'],
      ['src/outbox', 'eeeee,bb,a'],
      [null, 'dddd'],
    ]);
  });

  it('is by topic, whatever its case, a note under each of its own, the newest first', () => {
    assert.deepEqual(list('topic'), [
      ['Outbox', 'bb,a'],
      ['retry', 'a'],
      [null, 'eeeee,dddd,ccc'],
    ]);
  });

  it('bears topics that are names of what every object has', () => {
    const odd = [note('x', 'X', { topics: ['__proto__', 'constructor', ''] })];
    assert.deepEqual(
      groupsOf(odd, 'topic').map(({ name }) => name),
      ['', '__proto__', 'constructor'],
    );
  });
});

describe('a search for knowledge', () => {
  const search = new KnowledgeSearch([
    note('a', 'The outbox retries twice', {
      ...at('src/deliver.ts'),
      why: 'With a third try\nthe harbour got everything twice.',
      topics: ['reliability'],
    }),
    note('bb', 'Names of tables are singular', { topics: ['Database'], createdBy: 'theo' }),
    note('ccc', 'Twice a year the clock moves'),
  ]);
  const find = (query: string) => search.find(query).map(({ note: { id } }) => id);

  it('finds all of its words in what, why, topics, paths, code and people', () => {
    const queries = ['retries', 'HARBOUR twice', 'reliability', 'deliver.ts', 'send letter', 'theo database'];
    assert.deepEqual(queries.map(find), [['a'], ['a'], ['a'], ['a'], ['a'], ['bb']]);
    assert.deepEqual(find('outbox database'), []);
  });

  it('puts those first that say it in their own words, then the newest', () => {
    assert.deepEqual(find(''), ['ccc', 'bb', 'a']);
    assert.deepEqual(find('twice'), ['ccc', 'a']);
    assert.deepEqual(find('a'), ['ccc', 'bb', 'a']);
  });

  it('shows the line that has most of the words', () => {
    assert.equal(search.find('harbour')[0]?.line, 'the harbour got everything twice.');
    assert.equal(search.find('retries')[0]?.line, 'With a third try');
  });
});

describe('what a knowledge note could say', () => {
  it('is taken from what was said, with the reason told apart', () => {
    assert.deepEqual(
      proposalFrom('Please **retry** twice only. Otherwise the harbour gets it twice. Thanks!'),
      {
        what: 'Please retry twice only. Thanks!',
        why: 'Otherwise the harbour gets it twice.',
      },
    );
    assert.deepEqual(proposalFrom('Because of the tide.'), { what: 'Because of the tide.', why: '' });
    assert.deepEqual(proposalFrom(''), { what: '', why: '' });
  });

  it('is taken from comments in the code, and code is none', () => {
    const code = [
      '// Retry twice:',
      '  // the harbour is slow.',
      'retry(2);',
      '#include <x>',
      '--i;',
      '*p = 1;',
    ];
    assert.equal(commentsIn(code.join('\n')), 'Retry twice: the harbour is slow.');
    assert.equal(commentsIn('/**\n * Waits.\n */\nwait();'), 'Waits.');
    assert.equal(commentsIn('const a = 1;'), '');
  });

  it('has topics at its end, and keeps those that are no plain word', () => {
    assert.deepEqual(topicsIn('It retries #outbox #error-handling'), {
      words: 'It retries',
      topics: ['outbox', 'error-handling'],
    });
    assert.deepEqual(topicsIn('See #12'), { words: 'See #12', topics: [] });
    assert.deepEqual(topicsIn('#alone'), { words: '#alone', topics: [] });
    assert.deepEqual(topicsIn('C# is fine'), { words: 'C# is fine', topics: [] });
    const topics = ['error handling', 'Outbox'];
    const typed = withTopics('It retries', topics);
    assert.equal(typed, 'It retries #error-handling #Outbox');
    assert.deepEqual(topicsIn(typed, topics), { words: 'It retries', topics });
  });
});
