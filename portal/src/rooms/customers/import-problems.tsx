import { Card, Table } from 'antd';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { BadText } from '../../ui/bad-text';
import { pagesOf } from '../../ui/pages-of';
import { customers } from './texts';

type Problem = Schemas['ImportProblemDto'];

/** Each line that breaks a rule, and where. */
export function ImportProblems({ problems }: { problems: Problem[] }) {
  const t = useTexts(customers);
  if (problems.length === 0) return null;
  return (
    <Card title={t('refused')} styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
      <Table<Problem>
        size="small"
        rowKey={({ line, column, rule }) => `${line} ${column} ${rule}`}
        scroll={{ x: 'max-content' }}
        pagination={pagesOf(20)}
        dataSource={[...problems].sort((a, b) => a.line - b.line)}
        columns={[
          { title: t('line'), dataIndex: 'line', align: 'right', width: 80, className: 'figures' },
          { title: t('column'), key: 'column', render: (_, { column }) => column ?? t('whole_line') },
          { title: t('rule'), key: 'rule', render: (_, { rule }) => <BadText>{rule}</BadText> },
        ]}
      />
    </Card>
  );
}
