import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { QueueLinks } from '../../data/queue-link';
import { allSkills, type Skill } from '../../data/skills';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { NewSkillDrawer } from './skill-drawers';
import { skills } from './texts';

type Filters = { search?: string };

export function SkillsPage() {
  const t = useTexts(skills);
  const mayWrite = useMay('agents:write');
  const query = useQuery(allSkills);
  const [filters, change] = useFilters<Filters>();
  const [creating, setCreating] = useState(false);
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <div role="search"><SearchBox label={t('search')} value={filters.search} onChange={(search) => change({ search })} /></div>
      <ListTable<Skill>
        query={query}
        rows={query.data?.filter(({ name }) => name.toLowerCase().includes((filters.search ?? '').trim().toLowerCase()))}
        isNarrowed={Boolean(filters.search)}
        empty={mayWrite && t('empty')}
        columns={[
          { title: t('name'), key: 'name', sorter: (a, b) => a.name.localeCompare(b.name), render: (_, { id, name }) => <Link to={'/skills/$id' as string} params={{ id } as never}>{name}</Link> },
          { title: t('queues'), key: 'queues', render: (_, { queue_ids: ids }) => <QueueLinks ids={ids} /> },
          { title: t('agents'), key: 'agents', align: 'right', className: 'figures', sorter: (a, b) => a.agents - b.agents, render: (_, { agents }) => integer(agents) },
          { title: t('description'), key: 'description', render: (_, { description }) => <div style={{ maxWidth: 360, whiteSpace: 'normal' }}>{description || '–'}</div> },
        ]}
      />
      <NewSkillDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}
