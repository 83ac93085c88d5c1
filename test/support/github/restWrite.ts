import { type Given, Refused } from './placing.ts';
import type { RestContext, RestResult } from './rest.ts';
import { answer, commentOnce } from './reviewing.ts';
import type { Pull, RestLineComment } from './types.ts';

const page = 'https://docs.github.com/rest/pulls/comments#create-a-review-comment-for-a-pull-request';

type Body = Record<string, unknown>;

/** Answers a POST of `path` (below `/api/v3/`) that says something on a pull request; `undefined` for any other. */
export function postToPull(context: RestContext, path: string, text: string): RestResult {
  const parts = path.split('/').map(decodeURIComponent);
  const [repos, owner, name, pulls, number, comments, id, replies] = parts;
  if (repos !== 'repos' || pulls !== 'pulls' || comments !== 'comments') return undefined;
  const fullName = `${owner}/${name}`;
  const isSeen = context.hosting.isSeenBy(fullName, context.viewer.login);
  const pull = isSeen ? context.world.repository(fullName)?.pulls.get(Number(number)) : undefined;
  if (!pull) return undefined;
  const body = parsed(text);
  if (!body) return { status: 400, one: { message: 'Problems parsing JSON', status: '400' } };
  const first = (wanted: unknown) => pull.lineComments.find((one) => one.id === Number(wanted));
  try {
    if (parts.length === 8 && replies === 'replies') {
      const to = first(id);
      return to && created(answer(context, pull, topOf(pull, to), String(body.body ?? ''), null));
    }
    if (parts.length !== 6) return undefined;
    if (body.in_reply_to !== undefined) {
      const to = first(body.in_reply_to);
      return to && created(answer(context, pull, topOf(pull, to), String(body.body ?? ''), null));
    }
    const missing = ['body', 'commit_id', 'path'].filter((field) => typeof body[field] !== 'string');
    if (missing.length > 0) return invalid(`Invalid request.\n\n"${missing.join('", "')}" wasn't supplied.`);
    const given = givenOf(body);
    if (!given.isFile && given.line === null) return invalid(`Invalid request.\n\n"line" wasn't supplied.`);
    return created(commentOnce(context, pull, given, String(body.commit_id)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const refused = { message: 'Validation Failed', errors: error.errors, documentation_url: page };
    return { status: 422, one: { ...refused, status: '422' } };
  }
}

function givenOf(body: Body): Given {
  const side = (value: unknown) => (value === 'LEFT' || value === 'RIGHT' ? value : null);
  const line = (value: unknown) => (Number.isInteger(value) ? (value as number) : null);
  return {
    path: String(body.path),
    body: String(body.body),
    line: line(body.line),
    side: side(body.side) ?? 'RIGHT',
    startLine: line(body.start_line),
    startSide: side(body.start_side),
    isFile: body.subject_type === 'file',
  };
}

/** An answer to an answer is one to the thread's first comment. */
function topOf(pull: Pull, comment: RestLineComment): RestLineComment {
  return pull.lineComments.find((one) => one.id === comment.in_reply_to_id) ?? comment;
}

const created = (comment: RestLineComment): RestResult => ({ status: 201, one: comment });

const invalid = (message: string): RestResult => ({
  status: 422,
  one: { message, documentation_url: page, status: '422' },
});

function parsed(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Body) : null;
  } catch {
    return null;
  }
}
