import { Card, Empty, Table, type TableProps } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorPage } from '../shell/error-page';
import { useTexts } from '../texts/define-texts';
import { ui } from './texts';

interface ListTableProps<T> extends Omit<TableProps<T>, 'dataSource' | 'loading'> {
  query: Pick<UseQueryResult<unknown>, 'error' | 'isPending' | 'refetch'>;
  rows: readonly T[] | undefined;
  /** What to do where there is nothing yet. */
  empty?: ReactNode;
  /** Whether the list is narrowed: then nothing means that nothing matches. */
  isNarrowed?: boolean;
}

/** A list with its four states: loading, empty, failed, there. Wide ones scroll within their card. */
export function ListTable<T extends { id: string }>({ query, rows, empty, isNarrowed, ...table }: ListTableProps<T>) {
  const t = useTexts(ui);
  if (query.error && !rows) return <ErrorPage error={query.error} reset={() => void query.refetch()} />;
  const nothing = (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={isNarrowed ? t('nothing_found') : t('nothing')}>
      {!isNarrowed && empty}
    </Empty>
  );
  return (
    <Card styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
      <Table<T>
        rowKey="id"
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        {...table}
        locale={{ emptyText: query.isPending ? ' ' : nothing }}
        loading={query.isPending}
        dataSource={rows ? [...rows] : []}
      />
    </Card>
  );
}
