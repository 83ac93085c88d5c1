import type { RestUser } from '../types.ts';
import { type Context, ownUrl } from './context.ts';

/** An actor, or `null` for a deleted account. GraphQL names a bot without REST's `[bot]`. */
export function actor(user: RestUser | null, context: Context) {
  if (!user) return null;
  const login = user.type === 'Bot' ? user.login.replace(/\[bot\]$/, '') : user.login;
  const resourcePath = user.type === 'Bot' ? `/apps/${login}` : `/${login}`;
  return {
    __typename: user.type,
    id: user.node_id,
    databaseId: small(user.id),
    fullDatabaseId: String(user.id),
    login,
    name: (user.name as string | null | undefined) ?? null,
    resourcePath,
    url: ownUrl(`https://github.com${resourcePath}`, context.url),
    avatarUrl: `${context.url}/avatars/${user.id}`,
    isViewer: user.login === context.viewer.login,
    email: '',
  };
}

/** An id as GraphQL's 32-bit Int: `null` where it does not fit, `fullDatabaseId` has it then. */
export function small(id: number): number | null {
  return id <= 0x7fffffff ? id : null;
}
