/** One page of a list, as the API answers it. */
export interface ListPage<T> {
  data: T[];
  has_more: boolean;
}

/** What the API gives out at once, at most. */
export const PAGE_SIZE = 100;

/** A whole list, page by page, of things that there are some thousands of at the most: seats, agents, queues. */
export async function allPages<T extends { id: string }>(
  ask: (page: { limit: number; after?: string }) => Promise<ListPage<T>>,
): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | undefined; ; after = all.at(-1)?.id) {
    const { data, has_more: hasMore } = await ask({ limit: PAGE_SIZE, ...(after !== undefined && { after }) });
    all.push(...data);
    if (!hasMore || data.length === 0) return all;
  }
}
