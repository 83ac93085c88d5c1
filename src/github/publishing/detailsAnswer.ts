import * as z from 'zod/mini';

/* What is asked for about a pull request's ends, commits and files, and what the answer looks like. */

const files =
  'files(first: 100, after: $after) { totalCount nodes { path additions deletions changeType } pageInfo { hasNextPage endCursor } }';
export const query = `query PullRequestDetails($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    pullRequest(number: $number) {
      id title url state author { login }
      headRefName headRefOid headRepository { nameWithOwner }
      baseRefName baseRefOid baseRepository { nameWithOwner }
      commits(first: 100) { totalCount nodes { commit { oid parents(first: 10) { nodes { oid } } } } }
      ${files}
    }
  }
}`;
export const moreQuery = `query PullRequestFiles($id: ID!, $after: String) {
  node(id: $id) { ... on PullRequest { ${files} } }
}`;

const named = z.catch(z.nullable(z.object({ nameWithOwner: z.string() })), null);
/** `null` where GitHub cannot tell: a pull request without commits, or one of an unreachable head. */
const filesShape = z.catch(
  z.nullable(
    z.object({
      totalCount: z.int(),
      nodes: z.array(
        z.object({
          path: z.string(),
          additions: z.catch(z.int(), 0),
          deletions: z.catch(z.int(), 0),
          changeType: z.string(),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }),
    }),
  ),
  null,
);
export type FilePage = NonNullable<z.infer<typeof filesShape>>;
const commitsShape = z.catch(
  z.nullable(
    z.object({
      totalCount: z.int(),
      nodes: z.array(
        z.object({
          commit: z.object({
            oid: z.string(),
            parents: z.object({ nodes: z.array(z.object({ oid: z.string() })) }),
          }),
        }),
      ),
    }),
  ),
  null,
);
export const shape = z.object({
  repository: z.nullable(
    z.object({
      nameWithOwner: z.string(),
      pullRequest: z.nullable(
        z.object({
          id: z.string(),
          title: z.string(),
          url: z.string(),
          state: z.string(),
          author: z.catch(z.nullable(z.object({ login: z.string() })), null),
          headRefName: z.string(),
          headRefOid: z.string(),
          headRepository: named,
          baseRefName: z.string(),
          baseRefOid: z.string(),
          baseRepository: named,
          commits: commitsShape,
          files: filesShape,
        }),
      ),
    }),
  ),
});
export const moreShape = z.object({ node: z.nullable(z.object({ files: filesShape })) });
export type Commits = z.infer<typeof commitsShape>;
