const longestPage = 100;

/** One page of a REST list, with its `Link` header where there is more than one page. */
export function pageOf(
  list: readonly unknown[],
  url: URL,
): { items: readonly unknown[]; link: string | null } {
  const size = Math.min(longestPage, Math.max(1, Number(url.searchParams.get('per_page')) || 30));
  const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
  const last = Math.max(1, Math.ceil(list.length / size));
  const to = (number: number, rel: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target.href}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(to(page - 1, 'prev'));
  if (page < last) links.push(to(page + 1, 'next'), to(last, 'last'));
  if (page > 1) links.push(to(1, 'first'));
  return {
    items: list.slice((page - 1) * size, page * size),
    link: links.length > 0 ? links.join(', ') : null,
  };
}
