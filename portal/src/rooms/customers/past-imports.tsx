import { Button, Flex, Typography } from 'antd';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { customers } from './texts';

type Import = Schemas['CustomerImportDto'];

export function PastImports({ open }: { open: (id: string) => void }) {
  const t = useTexts(customers);
  const zone = useTenant().data?.timezone;
  const list = usePaged<Import>(['customer-imports'], (query, signal) => answerOf(api.GET('/v1/customer-imports', { params: { query }, signal })));
  if (list.rows?.length === 0) return null;
  return (
    <Flex vertical gap={8}>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>{t('imports')}</Typography.Title>
      <ListTable<Import>
        query={list.query}
        rows={list.rows}
        className="figures"
        columns={[
          { title: t('begun'), key: 'begun', render: (_, { id, created_at: at }) => <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => open(id)}>{moment(at, zone)}</Button> },
          { title: t('result'), key: 'result', render: (_, { created, changed, unchanged, refused }) => t('result_text', { created, changed, unchanged, refused }) },
        ]}
      />
      {list.pager}
    </Flex>
  );
}
