import { CairnError } from '../model/errors.ts';
import type { GraphQLOptions } from './client.ts';
import { type Context, reportPartial } from './context.ts';
import { unreadable } from './failure.ts';
import { describe, type GraphQLError } from './graphqlErrors.ts';
import { type ChangeField, detailsQuery, isChangeField, threadsOf } from './queries.ts';
import { detailsShape } from './shapes.ts';

/**
 * The pull requests with these ids as GitHub sends them, in their order, `null` for what is not to be had. Where the
 * server does not know one of the fields that say what the code became, or may not send it, the rest is asked for
 * without it: such a field may take its whole pull request along.
 */
export async function askDetails(
  context: Context,
  ids: readonly string[],
  options: GraphQLOptions,
): Promise<unknown[]> {
  const { github, without } = context;
  const refused: Refused[] = [];
  const onPartial = (errors: readonly GraphQLError[]) => {
    const own = errors.map(refusedBy);
    reportPartial(context)(errors.filter((_, index) => own[index] === null));
    refused.push(...own.filter((one) => one !== null));
  };
  const variables = { ids, threads: threadsOf(ids.length) };
  const asked = new Set(without);
  let answer: unknown;
  try {
    answer = await github.graphql(detailsQuery(asked), variables, { ...options, onPartial });
  } catch (error) {
    const unknown = unknownField(error);
    if (unknown === null || asked.has(unknown)) throw error;
    leaveOut(context, unknown, 'this server does not know it');
    return askDetails(context, ids, options);
  }
  const { data } = detailsShape.safeParse(answer);
  if (!data) throw unreadable('pull requests in an unknown form');
  const lost = new Set(refused.flatMap(({ index }) => (data.nodes[index] === null ? [index] : [])));
  for (const { field, why } of refused) leaveOut(context, field, why);
  if (lost.size === 0 || [...without].every((field) => asked.has(field))) return data.nodes;
  const at = [...lost];
  const again = await askDetails(
    context,
    at.map((index) => ids[index] ?? ''),
    options,
  );
  return data.nodes.map((node, index) => (lost.has(index) ? again[at.indexOf(index)] : node));
}

type Refused = { index: number; field: ChangeField; why: string };

/** What an error says about one of these fields of one of the pull requests; `null` where it is about anything else. */
function refusedBy(error: GraphQLError): Refused | null {
  const [nodes, index, field] = Array.isArray(error.path) ? error.path : [];
  if (nodes !== 'nodes' || typeof index !== 'number' || !isChangeField(field)) return null;
  return { index, field, why: describe(error) };
}

/** The field that an older server does not have. */
function unknownField(error: unknown): ChangeField | null {
  const detail = error instanceof CairnError ? (error.detail ?? '') : '';
  const [, name] = /Field '(\w{1,40})' doesn't exist on type 'PullRequest'/.exec(detail) ?? [];
  return isChangeField(name) ? name : null;
}

function leaveOut({ github, without }: Context, field: ChangeField, why: string): void {
  if (without.has(field)) return;
  without.add(field);
  github.log(`Pull requests are asked for without ${field}: ${why}.`);
}
