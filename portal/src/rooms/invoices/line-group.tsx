import { Card, Table, type TableProps, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { exactMoney } from '../../texts/formats';
import { invoices } from './texts';

export type Line = Schemas['InvoiceLineDto'];

interface LineGroupProps {
  title: string;
  about: string;
  currency: string;
  lines: Line[];
  columns: NonNullable<TableProps<Line>['columns']>;
  /** What a line opens into here; left out where none does. */
  steps?: (line: Line) => ReactNode;
}

/** Lines of one kind with their sum. */
export function LineGroup({ title, about, currency, lines, columns, steps }: LineGroupProps) {
  const t = useTexts(invoices);
  const sum = lines.reduce((total, { amount_micro: micro }) => total + BigInt(micro), 0n);
  const amount = {
    title: t('amount'),
    key: 'amount',
    align: 'right' as const,
    className: 'figures',
    render: (_: unknown, { amount_micro: micro }: Line) => exactMoney(micro, currency),
  };
  return (
    <Card
      title={title}
      extra={<Typography.Text type="secondary">{about}</Typography.Text>}
      styles={{ body: { padding: 0 }, header: { flexWrap: 'wrap' }, extra: { whiteSpace: 'normal' } }}
      style={{ overflow: 'hidden' }}
    >
      <Table<Line>
        rowKey="id"
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={lines}
        columns={[...columns, amount]}
        expandable={steps && { expandRowByClick: true, expandedRowRender: steps }}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={columns.length + (steps ? 1 : 0)}><b>{t('sum')}</b></Table.Summary.Cell>
            <Table.Summary.Cell index={columns.length} align="right" className="figures"><b>{exactMoney(String(sum), currency)}</b></Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </Card>
  );
}
