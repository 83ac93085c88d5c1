export type PageArguments = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
};

/** A page of `items`, in the shape of a GraphQL connection. A cursor is opaque: the item's place, encoded. */
export function connection<T, N>(items: readonly T[], page: PageArguments, toNode: (item: T) => N) {
  let from = page.after ? placeOf(page.after) + 1 : 0;
  let to = page.before ? placeOf(page.before) : items.length;
  if (typeof page.first === 'number') to = Math.min(to, from + page.first);
  else if (typeof page.last === 'number') from = Math.max(from, to - page.last);
  const nodes = items.slice(from, to).map(toNode);
  return {
    nodes: () => nodes,
    edges: () => nodes.map((node, index) => ({ node, cursor: cursorOf(from + index) })),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: nodes.length > 0 ? cursorOf(from) : null,
      endCursor: nodes.length > 0 ? cursorOf(from + nodes.length - 1) : null,
    },
  };
}

function cursorOf(place: number): string {
  return Buffer.from(`cursor:${place}`).toString('base64');
}

function placeOf(cursor: string): number {
  const place = Number(
    Buffer.from(cursor, 'base64')
      .toString()
      .replace(/^cursor:/, ''),
  );
  if (!Number.isInteger(place)) throw new Error(`\`${cursor}\` does not appear to be a valid cursor.`);
  return place;
}
