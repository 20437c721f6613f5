import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/types';
import { allIvrScripts } from '../../data/ivr-scripts';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { shortMoment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { NewScriptDrawer } from './new-script-drawer';
import { NumbersLed } from './numbers-led';
import { ScriptState } from './script-state';
import { ivrScripts } from './texts';

type Script = Schemas['IvrScriptDto'];

export function IvrScriptsPage() {
  const t = useTexts(ivrScripts);
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('ivr-scripts:write');
  const query = useQuery(allIvrScripts);
  const [{ q = '' }, filter] = useFilters<{ q?: string }>();
  const [creating, setCreating] = useState(false);
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  const timeOf = (iso: string | null) => (iso === null ? '–' : shortMoment(iso, zone));
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <SearchBox label={t('search')} value={q} onChange={(text) => filter({ q: text })} />
      <ListTable<Script>
        query={query}
        rows={query.data?.filter(({ name, description }) => `${name}\n${description}`.toLowerCase().includes(q.trim().toLowerCase()))}
        isNarrowed={q !== ''}
        empty={mayWrite && (
          <Flex vertical gap={12} align="center">
            {t('empty')}
            {create}
          </Flex>
        )}
        columns={[
          {
            title: t('name'),
            key: 'name',
            sorter: (a, b) => a.name.localeCompare(b.name),
            defaultSortOrder: 'ascend',
            render: (_, { id, name, description }) => (
              <>
                <Link to={'/ivr-scripts/$id' as string} params={{ id } as never}>{name}</Link>
                {description && <Typography.Text type="secondary" ellipsis={{ tooltip: description }} style={{ display: 'block', maxWidth: 280, fontSize: 13 }}>{description}</Typography.Text>}
              </>
            ),
          },
          { title: t('state'), key: 'state', render: (_, script) => <ScriptState script={script} /> },
          { title: t('used_by'), key: 'used_by', render: (_, { name }) => <NumbersLed script={name} most={3} /> },
          { title: t('published'), key: 'published', className: 'figures', render: (_, { published_at: at }) => timeOf(at) },
          { title: t('created'), key: 'created', className: 'figures', render: (_, { created_at: at }) => timeOf(at) },
        ]}
      />
      <NewScriptDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}
