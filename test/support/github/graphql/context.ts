import type { RateLimit } from '../rateLimit.ts';
import type { RestUser } from '../types.ts';
import type { World } from '../world.ts';

/** What every resolver is handed. */
export type Context = {
  world: World;
  viewer: RestUser;
  /** Base address of the server, without a slash at the end. */
  url: string;
  rateLimit: RateLimit;
  /** The time of the server's clock, ISO, to the second. */
  time: () => string;
  cost: number;
  nodeCount: number;
  /** `Type.field` names that this token may not read: each answers FORBIDDEN, the rest is served. */
  forbidden: ReadonlySet<string>;
  /** The organisation wants SAML, which this token has not gone through: what belongs to it is `null`. */
  isSamlMissing: boolean;
};

/** Addresses in the data are GitHub.com's; a server of its own serves its own. */
export function ownUrl(address: string, url: string): string {
  return address
    .replace(/^https:\/\/api\.github\.com(?=\/|$)/, `${url}/api/v3`)
    .replace(/^https:\/\/github\.com(?=\/|$)/, url);
}
