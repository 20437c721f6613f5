import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { allTeams, type Team } from '../../data/teams';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { NewTeamDrawer } from './team-drawers';
import { teams } from './texts';

type Filters = { search?: string };

export function TeamsPage() {
  const t = useTexts(teams);
  const mayWrite = useMay('agents:write');
  const query = useQuery(allTeams);
  const [filters, change] = useFilters<Filters>();
  const [creating, setCreating] = useState(false);
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  return (
    <RoomPage title={t('title')} about={t('about')} actions={create}>
      <div role="search"><SearchBox label={t('search')} value={filters.search} onChange={(search) => change({ search })} /></div>
      <ListTable<Team>
        query={query}
        rows={query.data?.filter((team) => fits(team, filters))}
        isNarrowed={Boolean(filters.search)}
        empty={mayWrite && t('empty')}
        columns={[
          { title: t('name'), key: 'name', sorter: (a, b) => a.name.localeCompare(b.name), render: (_, { id, name }) => <Link to={'/teams/$id' as string} params={{ id } as never}>{name}</Link> },
          { title: t('supervisors'), key: 'supervisors', render: (_, { supervisors }) => supervisors.map(({ name }) => name).join(', ') || '–' },
          {
            title: t('agents'),
            key: 'agents',
            align: 'right',
            className: 'figures',
            sorter: (a, b) => a.agents - b.agents,
            render: (_, { id, agents }) => (agents > 0 ? <Link to={'/agents' as string} search={{ team: id } as never}>{integer(agents)}</Link> : integer(agents)),
          },
          { title: t('description'), key: 'description', render: (_, { description }) => <div style={{ maxWidth: 360, whiteSpace: 'normal' }}>{description || '–'}</div> },
        ]}
      />
      <NewTeamDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}

function fits({ name, supervisors }: Team, { search = '' }: Filters): boolean {
  return [name, ...supervisors.map((each) => each.name)].some((text) => text.toLowerCase().includes(search.trim().toLowerCase()));
}
