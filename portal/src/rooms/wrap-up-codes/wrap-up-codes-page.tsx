import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, versionOf } from '../../api/client';
import { QueueLinks } from '../../data/queue-link';
import { allWrapUpCodes, type WrapUpCode } from '../../data/wrap-up-codes';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ListTable } from '../../ui/list-table';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { StateDot } from '../../ui/state-dot';
import { ui } from '../../ui/texts';
import { EditCodeDrawer, NewCodeDrawer } from './code-drawers';
import { wrapUpCodes } from './texts';

export function WrapUpCodesPage() {
  const [t, words] = [useTexts(wrapUpCodes), useTexts(ui)];
  const maySeeCalls = useMay('calls:read');
  const query = useQuery(allWrapUpCodes);
  const [{ search = '' }, setFilters] = useFilters<{ search?: string }>();
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const create = <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  const wanted = search.toLowerCase();
  const rows = query.data?.filter(({ code, name, name_zh: zh }) => [code, name, zh ?? ''].some((each) => each.toLowerCase().includes(wanted)));
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <SearchBox label={t('search')} value={search} onChange={(next) => setFilters({ search: next })} />
      <ListTable<WrapUpCode>
        query={query}
        rows={rows}
        isNarrowed={search !== ''}
        empty={t('empty')}
        columns={[
          { title: t('code'), key: 'code', render: (_, { code }) => <code>{code}</code> },
          { title: t('name'), key: 'name', dataIndex: 'name' },
          { title: t('name_zh'), key: 'name_zh', render: (_, { name_zh: zh }) => zh ?? '–' },
          { title: t('queues'), key: 'queues', render: (_, { queue_ids: ids }) => <QueueLinks ids={ids} none={t('every_call')} /> },
          { title: t('state'), key: 'state', render: (_, { active }) => <StateDot colour={active ? 'good' : 'idle'}>{active ? t('active') : t('inactive')}</StateDot> },
          ...(maySeeCalls ? [{ title: '', key: 'calls', render: (_: unknown, { code }: WrapUpCode) => <Link to={'/calls' as string} search={{ code } as never}>{t('calls')}</Link> }] : []),
          {
            key: 'actions',
            align: 'right',
            render: (_, { id, code }) => (
              <Flex justify="flex-end">
                <Button type="text" icon={<EditOutlined />} aria-label={`${words('edit')}: ${code}`} title={words('edit')} onClick={() => setEditing(id)} />
                <RemoveButton question={t('remove_question')} label={code} remove={() => removeCode(id)} />
              </Flex>
            ),
          },
        ]}
      />
      <NewCodeDrawer open={creating} onClose={() => setCreating(false)} />
      {editing && <EditCodeDrawer key={editing} id={editing} onClose={() => setEditing(null)} />}
    </RoomPage>
  );
}

async function removeCode(id: string): Promise<void> {
  const path = { id };
  const { etag } = await versionOf(api.GET('/v1/wrap-up-codes/{id}', { params: { path } }));
  await answerOf(api.DELETE('/v1/wrap-up-codes/{id}', { params: { path, header: { 'If-Match': etag } } }));
}
