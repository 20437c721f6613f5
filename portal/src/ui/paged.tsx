import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ListPage } from '../api/all-pages';
import { useTexts } from '../texts/define-texts';
import { useFilters } from './search-params';
import { ui } from './texts';

const PAGE = 50;

interface Cursor {
  limit: number;
  after?: string;
  before?: string;
}

interface Paged<T> {
  query: UseQueryResult<ListPage<T>>;
  rows: T[] | undefined;
  /** The buttons below the list; nothing where all of it is there. */
  pager: React.ReactNode;
}

/**
 * A long list, newest first, a page at a time; which page stands in the address.
 * @param everyMs how often it is read again, where its objects move on by themselves
 */
export function usePaged<T extends { id: string }>(
  key: readonly unknown[],
  ask: (page: Cursor, signal: AbortSignal) => Promise<ListPage<T>>,
  everyMs: number | false = false,
): Paged<T> {
  const [{ after, before }, change] = useFilters<{ after?: string; before?: string }>();
  const query = useQuery({
    queryKey: [...key, after, before],
    queryFn: ({ signal }) => ask({ limit: PAGE, ...(after && { after }), ...(before && { before }) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
  const rows = query.data?.data;
  const more = query.data?.has_more ?? false;
  const [first, last] = [rows?.[0]?.id, rows?.at(-1)?.id];
  // what lies beyond the other end is where one came from
  const newer = before ? more : after !== undefined;
  const older = before ? true : more;
  const pager = (newer || older) && (
    <Pager
      {...(newer && { onNewer: () => change(first ? { before: first, after: undefined } : { before: undefined, after: undefined }) })}
      {...(older && last && { onOlder: () => change({ after: last, before: undefined }) })}
    />
  );
  return { query, rows, pager };
}

function Pager({ onNewer, onOlder }: { onNewer?: () => void; onOlder?: () => void }) {
  const t = useTexts(ui);
  return (
    <Flex justify="center" gap={8}>
      <Button icon={<LeftOutlined />} disabled={!onNewer} onClick={onNewer}>{t('newer')}</Button>
      <Button icon={<RightOutlined />} iconPlacement="end" disabled={!onOlder} onClick={onOlder}>{t('older')}</Button>
    </Flex>
  );
}
