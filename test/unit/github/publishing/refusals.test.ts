import assert from 'node:assert/strict';
import { refusedBecause, refusedInGraphQL } from '../../../../src/github/publishing/refusals.ts';
import { CairnError } from '../../../../src/model/errors.ts';

/** Answers as people published them, see the sources in the code. */
const said: [string, unknown, string][] = [
  [
    'Validation Failed',
    [custom('user_id', 'user_id can only have one pending review per pull request')],
    'pending-review-exists',
  ],
  [
    'Validation Failed',
    [
      custom('pull_request_review_thread.line', 'pull_request_review_thread.line must be part of the diff'),
      custom('pull_request_review_thread.diff_hunk', "pull_request_review_thread.diff_hunk can't be blank"),
    ],
    'line-not-in-diff',
  ],
  [
    'Unprocessable Entity',
    [
      "Pull request review thread line must be part of the diff, Pull request review thread start line must be part of the same hunk as the line., and Pull request review thread diff hunk can't be blank",
    ],
    'line-not-in-diff',
  ],
  [
    'Unprocessable Entity',
    ['Pull request review thread start line must precede the end line.'],
    'line-not-in-diff',
  ],
  [
    'Unprocessable Entity',
    ["Pull request review thread path is invalid and Pull request review thread diff hunk can't be blank"],
    'line-not-in-diff',
  ],
  [
    'Validation Failed',
    [
      custom(
        'pull_request_review_thread.end_commit_oid',
        'pull_request_review_thread.end_commit_oid is not part of the pull request',
      ),
    ],
    'pull-request-changed',
  ],
  [
    'Validation Failed',
    [custom('body', 'body is too long (maximum is 65536 characters)')],
    'comment-too-long',
  ],
  ['Validation Failed', [custom('body', "body can't be blank")], 'invalid-argument'],
  ['Unprocessable Entity', ['Can not approve your own pull request'], 'own-pull-request'],
  ['Validation Failed', [custom('base', 'was submitted too quickly')], 'rate-limited'],
  ['Validation Failed', [{ resource: 'X', field: 'y', code: 'invalid' }], 'github-refused'],
  ['Blocked', 'one text', 'github-refused'],
  ['This conversation has been locked', undefined, 'no-rights'],
];

describe('what GitHub refuses', () => {
  it('is told in words that say what to do', () => {
    for (const [message, errors, code] of said) {
      const error = refusedBecause({ status: 422, headers: {}, data: { message, errors } });
      assert.equal(error.code, code, JSON.stringify(errors));
      if (code !== 'comment-too-long' && code !== 'github-refused') assert.ok(/\.$/.test(error.message));
    }
  });

  it('for no reason that is known, in GitHub’s own', () => {
    const data = { message: 'Validation Failed', errors: [{ field: 'tide', code: 'too_high' }] };
    const error = refusedBecause({ status: 422, headers: {}, data });
    assert.match(error.message, /“Validation Failed; tide too_high”/);
    for (const data of [null, 'text', [], { errors: [null, 5] }])
      assert.equal(refusedBecause({ status: 422, headers: {}, data }).code, 'github-refused');
  });

  it('in GraphQL means the same, and other failures stay as they are', () => {
    const refused = new CairnError('github-refused', '', { detail: 'Review has already been submitted.' });
    assert.equal((refusedInGraphQL(refused) as CairnError).code, 'no-such-review');
    const other = new CairnError('offline', '', { detail: 'one pending review' });
    assert.equal(refusedInGraphQL(other), other);
    const bug = new Error('x');
    assert.equal(refusedInGraphQL(bug), bug);
  });
});

function custom(field: string, message: string) {
  return { resource: 'PullRequestReviewComment', code: 'custom', field, message };
}
