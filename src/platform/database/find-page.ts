import type { EntityManager, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { LessThan, MoreThan } from 'typeorm';
import { AppError } from '../errors/app-error';
import type { Page, PageRequest } from '../http/page';

/**
 * One page, newest first; ids are sortable by time, so they are the cursor. Several `where` are alternatives.
 * @throws AppError invalid_request when both `after` and `before` are named.
 */
export async function findPage<E extends { id: string }>(
  manager: EntityManager,
  entity: new () => E,
  { limit, after, before }: PageRequest,
  where: FindOptionsWhere<E>[],
): Promise<Page<E>> {
  if (after !== undefined && before !== undefined) {
    throw AppError.invalid('/before', 'must be left out where after is given');
  }
  const backwards = before !== undefined;
  const cursor = backwards ? MoreThan(before) : after !== undefined ? LessThan(after) : undefined;
  const rows = await manager.find(entity, {
    where: where.map((one) => ({ ...one, ...(cursor && { id: cursor }) })),
    order: { id: backwards ? 'ASC' : 'DESC' } as FindOptionsOrder<E>,
    take: limit + 1,
  });
  const data = rows.slice(0, limit);
  return { data: backwards ? data.reverse() : data, hasMore: rows.length > limit };
}
