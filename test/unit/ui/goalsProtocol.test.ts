import assert from 'node:assert/strict';
import {
  type HostMessage,
  hostMessageSchema,
  type PageMessage,
  type PageState,
  pageMessageSchema,
} from '../../../src/ui/goals/protocol.ts';
import { cut, read } from '../../../src/ui/webview/read.ts';

const labels = {
  page: 'Goals',
  dismiss: 'Dismiss',
  loading: '…',
  problem: 'Problem',
  month: 'Month',
  milestones: 'M',
};
const empty: PageState = {
  language: 'en',
  isLoading: false,
  labels,
  notices: [],
  welcome: null,
  balance: null,
  groups: [],
  actions: null,
};

const fromPage = (message: unknown) => read<PageMessage>(pageMessageSchema, message);
const fromHost = (message: unknown) => read<HostMessage>(hostMessageSchema, message);
const act = (asked: unknown, request: unknown = 1) => fromPage({ type: 'act', request, act: asked });

describe('the protocol of the goal tracker', () => {
  it('reads what the page may say', () => {
    assert.deepEqual(fromPage({ type: 'ready' }), { message: { type: 'ready' } });
    const tick = { act: 'completeMilestone', goal: 'g', milestone: 'm', isDone: true };
    assert.deepEqual(act(tick), { message: { type: 'act', request: 1, act: tick } });
  });

  it('reads what the page may say about next actions, and nothing else', () => {
    const asked = [
      { act: 'addNextAction', goal: null },
      { act: 'addNextAction', goal: 'g' },
      { act: 'editNextAction', action: 'a' },
      { act: 'completeNextAction', action: 'a', isDone: false },
    ];
    for (const one of asked) assert.deepEqual(act(one), { message: { type: 'act', request: 1, act: one } });
    assert.ok('problem' in act({ act: 'addNextAction' }));
    assert.ok('problem' in act({ act: 'addNextAction', goal: '' }));
    assert.ok('problem' in act({ act: 'editNextAction', goal: 'g' }));
    assert.ok('problem' in act({ act: 'completeNextAction', action: 'a' }));
    assert.ok('problem' in act({ act: 'completeNextAction', action: 'a', isDone: 'yes' }));
    assert.ok('problem' in act({ act: 'completeNextAction', action: 7, isDone: true }));
    const keyed = { act: 'togglePrivate', record: 'g' };
    assert.deepEqual(act({ ...keyed, isPrivate: false }), {
      message: { type: 'act', request: 1, act: keyed },
    });
    assert.ok('problem' in act({ act: 'showHistory', goal: 'g' }));
  });

  const strange: [string, unknown][] = [
    ['no message', null],
    ['a text', 'ready'],
    ['no type', {}],
    ['an unknown type', { type: 'run' }],
    ['an act without a request', { type: 'act', act: { act: 'signIn' } }],
    ['a message of the extension', { type: 'done', request: 1, problem: null }],
  ];
  for (const [name, message] of strange) {
    it(`refuses ${name} from the page and says where it did not fit`, () => {
      const result = fromPage(message);
      assert.ok('problem' in result);
      assert.match(result.problem, /fits no schema/);
    });
  }

  it('refuses acts that it does not know, and ids that are none', () => {
    assert.ok('problem' in act({ act: 'deleteEverything' }));
    assert.ok('problem' in act({ act: 'workbench.action.terminal.new' }));
    assert.ok('problem' in act({ act: 'editGoal' }));
    assert.ok('problem' in act({ act: 'editGoal', goal: '' }));
    assert.ok('problem' in act({ act: 'editGoal', goal: { toString: 'x' } }));
    assert.ok('problem' in act({ act: 'editGoal', goal: 'x'.repeat(201) }));
    assert.ok('problem' in act({ act: 'completeMilestone', goal: 'g', milestone: 'm', isDone: 'yes' }));
    assert.ok('problem' in act({ act: 'signIn' }, -1));
    assert.ok('problem' in act({ act: 'signIn' }, 1.5));
  });

  it('hands on nothing that the schema does not name', () => {
    const result = act({ act: 'signIn', host: 'https://elsewhere.example' });
    assert.deepEqual(result, { message: { type: 'act', request: 1, act: { act: 'signIn' } } });
  });

  it('keeps the words of strangers out of the log', () => {
    const result = act({ act: 'editGoal', goal: 7, secret: 'token-123' });
    assert.ok('problem' in result && !result.problem.includes('token-123'));
  });

  it('reads states and answers of the extension, and refuses half a state', () => {
    assert.deepEqual(fromHost({ type: 'state', state: empty }), { message: { type: 'state', state: empty } });
    assert.deepEqual(fromHost({ type: 'done', request: 0, problem: null }), {
      message: { type: 'done', request: 0, problem: null },
    });
    const { groups: _, ...half } = empty;
    const result = fromHost({ type: 'state', state: half });
    assert.ok('problem' in result);
    assert.match(result.problem, /state\.groups/);
    assert.ok('problem' in fromHost({ type: 'ready' }));
  });

  it('reads next actions with their marks, and refuses a mark that it does not know', () => {
    const button = { label: 'Edit', name: 'Edit “a”' };
    const action = (kind: string) => ({
      id: 'a',
      text: 'Try it',
      isDone: false,
      due: { text: 'overdue', isOverdue: true },
      about: ['ada'],
      marks: [{ kind, icon: 'lock', text: 'private' }],
      edit: button,
      more: button,
    });
    const state = (kind: string) => ({
      type: 'state',
      state: {
        ...empty,
        actions: {
          list: {
            title: 'Next actions',
            open: [action(kind)],
            done: { label: '1 done', actions: [] },
            add: button,
          },
          summary: '1 open',
        },
      },
    });
    assert.deepEqual(fromHost(state('private')), { message: state('private') });
    assert.ok('problem' in fromHost(state('secret')));
  });

  it('takes a failure of any length once it is cut', () => {
    const notice = (text: string) => ({
      type: 'state',
      state: { ...empty, notices: [{ kind: 'problem', text, offers: [] }] },
    });
    // In the second, the cut falls between the halves of a character.
    for (const long of ['x'.repeat(3000), '😀'.repeat(3000)]) {
      assert.ok('problem' in fromHost(notice(long)));
      assert.ok('message' in fromHost(notice(cut(long))));
      assert.ok(cut(long).isWellFormed());
    }
    assert.equal(cut('short'), 'short');
  });

  it('survives a message that is as deep and as odd as structured cloning allows', () => {
    const loop: Record<string, unknown> = { type: 'act', request: 1 };
    loop.act = loop;
    assert.ok('problem' in fromPage(loop));
    assert.ok('problem' in fromPage(new Map([['type', 'ready']])));
    assert.ok('problem' in fromPage([{ type: 'ready' }]));
  });
});
