import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select, Typography } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AGENT_STATES } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { agentStates } from '../../live/agent-state-texts';
import { useTeams } from '../../data/teams';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ListTable } from '../../ui/list-table';
import { pagesOf } from '../../ui/pages-of';
import { RoomPage } from '../../ui/room-page';
import { SearchBox } from '../../ui/search-box';
import { useFilters } from '../../ui/search-params';
import { ImportProgress } from './import-progress';
import { NewAgentDrawer } from './new-agent-drawer';
import { agents } from './texts';
import { type AgentRow, useAgentRows } from './use-agent-rows';

interface Filters extends Record<string, string | undefined> {
  search?: string;
  state?: string;
  queue?: string;
  /** An id, or `none`. */
  team?: string;
}

const NO_TEAM = 'none';

export function AgentsPage() {
  const t = useTexts(agents);
  const navigate = useNavigate();
  const mayWrite = useMay('agents:write');
  const { query, rows } = useAgentRows();
  const [filters, change] = useFilters<Filters>();
  const [creating, setCreating] = useState(false);
  const shown = rows?.filter((row) => fits(row, filters));
  const actions = mayWrite && (
    <>
      <Button icon={<ImportOutlined />} onClick={() => void navigate({ to: '/agents/import' as string })}>{t('import')}</Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>
    </>
  );
  return (
    <RoomPage title={t('title')} about={t('about')} actions={actions}>
      <ImportProgress />
      <FilterBar filters={filters} change={change} rows={rows ?? []} shown={shown?.length ?? 0} />
      <ListTable<AgentRow>
        className="figures"
        query={query}
        rows={shown}
        isNarrowed={Object.values(filters).some(Boolean)}
        empty={mayWrite && t('empty')}
        pagination={pagesOf()}
        columns={[
          {
            title: t('number'),
            key: 'number',
            sorter: (a, b) => Number(a.agent.number) - Number(b.agent.number),
            render: (_, { id, agent }) => <Link to={'/agents/$id' as string} params={{ id } as never}>{agent.number}</Link>,
          },
          { title: t('name'), key: 'name', sorter: (a, b) => a.agent.name.localeCompare(b.agent.name), render: (_, { agent }) => agent.name },
          { title: t('state'), key: 'state', render: (_, { state }) => <AgentStateDot state={state} /> },
          { title: t('seat'), key: 'seat', render: (_, row) => <Seat row={row} /> },
          { title: t('team'), key: 'team', sorter: (a, b) => (a.team?.name ?? '').localeCompare(b.team?.name ?? ''), render: (_, { team }) => (team ? <Link to={'/teams/$id' as string} params={{ id: team.id } as never}>{team.name}</Link> : '–') },
          { title: t('user'), key: 'user', render: (_, { user }) => user ?? '–' },
          { title: t('queues'), key: 'queues', render: (_, { queues }) => <Queues queues={queues} /> },
        ]}
      />
      <NewAgentDrawer open={creating} onClose={() => setCreating(false)} />
    </RoomPage>
  );
}

function fits({ agent, state, user, team, queues }: AgentRow, filters: Filters): boolean {
  const text = `${agent.number} ${agent.name} ${user ?? ''}`.toLowerCase();
  return (
    text.includes((filters.search ?? '').toLowerCase()) &&
    (!filters.state || state === filters.state) &&
    (!filters.team || (team?.id ?? NO_TEAM) === filters.team) &&
    (!filters.queue || queues.some(({ name }) => name === filters.queue))
  );
}

interface FilterBarProps {
  filters: Filters;
  change: (change: Partial<Filters>) => void;
  rows: AgentRow[];
  shown: number;
}

function FilterBar({ filters, change, rows, shown }: FilterBarProps) {
  const [t, words] = [useTexts(agents), useTexts(agentStates)];
  const teams = useTeams();
  const queues = [...new Set(rows.flatMap((row) => row.queues.map(({ name }) => name)))].sort();
  return (
    <Flex gap={8} wrap align="center" role="search">
      <SearchBox label={t('search')} value={filters.search} width={260} onChange={(text) => change({ search: text })} />
      <Select
        allowClear
        style={{ width: 170, maxWidth: '100%' }}
        placeholder={t('all_states')}
        aria-label={t('state')}
        value={filters.state || null}
        onChange={(state) => change({ state: state ?? '' })}
        options={AGENT_STATES.map((value) => ({ value, label: `${words(value)} (${rows.filter(({ state }) => state === value).length})` }))}
      />
      {queues.length > 0 && (
        <Select
          allowClear
          showSearch
          style={{ width: 170, maxWidth: '100%' }}
          placeholder={t('all_queues')}
          aria-label={t('queues')}
          value={filters.queue || null}
          onChange={(queue) => change({ queue: queue ?? '' })}
          options={queues.map((value) => ({ value, label: value }))}
        />
      )}
      {teams.length > 0 && (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 170, maxWidth: '100%' }}
          placeholder={t('all_teams')}
          aria-label={t('team')}
          value={filters.team || null}
          onChange={(team) => change({ team: team ?? '' })}
          options={[...teams.map(({ id, name }) => ({ value: id, label: name })), { value: NO_TEAM, label: t('no_team') }]}
        />
      )}
      <Typography.Text type="secondary" className="figures">{t('out_of', { shown, all: rows.length })}</Typography.Text>
    </Flex>
  );
}

function Seat({ row: { agent, seat, sitsAt } }: { row: AgentRow }) {
  const t = useTexts(agents);
  return (
    <>
      {agent.seat_id === null ? t('hot_desk') : seat === null ? '–' : <Link to={'/seats/$id' as string} params={{ id: agent.seat_id } as never}>{seat}</Link>}
      {sitsAt !== null && sitsAt !== seat && <Typography.Text type="secondary"> · {t('sits_at', { extension: sitsAt })}</Typography.Text>}
    </>
  );
}

function Queues({ queues }: { queues: AgentRow['queues'] }) {
  if (queues.length === 0) return <>–</>;
  return (
    <Flex gap={8} wrap style={{ maxWidth: 320 }}>
      {queues.map(({ id, name }) => <Link key={id} to={'/queues/$id' as string} params={{ id } as never}>{name}</Link>)}
    </Flex>
  );
}
