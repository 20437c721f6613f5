import { Button, Card, Flex, Table, Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { pagesOf } from '../../ui/pages-of';
import { ProblemAlert } from '../../ui/problem-alert';
import { ImportCounts } from './import-counts';
import { ImportProblems } from './import-problems';
import { customers } from './texts';

type Checked = Schemas['CheckedImportDto'];
type Change = Schemas['ImportChangeDto'];

interface ImportPreviewProps {
  file: string;
  checked: Checked;
  begin: () => void;
  beginning: boolean;
  error: unknown;
}

/** What a file would do, before it does. */
export function ImportPreview({ file, checked, begin, beginning, error }: ImportPreviewProps) {
  const t = useTexts(customers);
  const count = checked.created + checked.changed;
  return (
    <>
      <Card title={t('would_do', { file })}>
        <Flex vertical gap={16}>
          <ImportCounts counts={checked} />
          {count === 0 ? <Typography.Text>{t('nothing_to_do')}</Typography.Text> : <Button type="primary" loading={beginning} onClick={begin} style={{ alignSelf: 'flex-start' }}>{t('take_in', { count })}</Button>}
          <ProblemAlert error={error} />
        </Flex>
      </Card>
      <ImportProblems problems={checked.problems} />
      {checked.changes.length > 0 && (
        <Card title={t('first_changes')} styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
          <Table<Change>
            size="small"
            rowKey="line"
            scroll={{ x: 'max-content' }}
            pagination={pagesOf(20)}
            dataSource={checked.changes}
            columns={[
              { title: t('line'), dataIndex: 'line', align: 'right', width: 80, className: 'figures' },
              { title: t('external_id'), dataIndex: 'external_id' },
              { title: t('kind'), key: 'kind', render: (_, { kind, fields }) => (kind === 'create' ? t('kind_create') : t('kind_change', { fields: fields.join(', ') })) },
            ]}
          />
        </Card>
      )}
    </>
  );
}
