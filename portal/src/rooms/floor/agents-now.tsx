import { Button, Card, Flex, Input, Select } from 'antd';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { AGENT_STATES, type AgentState } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { agentStates } from '../../live/agent-state-texts';
import { type LiveColumn, LiveTable } from '../../live/live-table';
import { Since } from '../../live/since';
import type { TeamFilter } from '../../live/team-filter';
import type { LiveFloor } from '../../live/use-floor';
import { useMay } from '../../session/use-may';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { type AgentFilter, type AgentRow, countStates, rowsOf } from './agent-rows';
import { type Chosen, ChooseAll, ChooseOne, createChosen } from './chosen';
import { useAgentsNow } from './floor-parts';
import { floor as texts } from './texts';

/** Only a supervisor needs them. */
const AgentDrawer = lazy(() => import('./agent-drawer').then(({ AgentDrawer: each }) => ({ default: each })));
const MoveDrawer = lazy(() => import('./move-drawer').then(({ MoveDrawer: each }) => ({ default: each })));

const MOST_ROWS = 16;

interface Part {
  floor: LiveFloor;
  filter: AgentFilter;
}

export function AgentsNow({ floor, team }: { floor: LiveFloor; team: TeamFilter }) {
  const maySet = useMay('agents:status');
  const [narrowed, setNarrowed] = useState<Omit<AgentFilter, 'team'>>({ search: '', state: undefined });
  const filter = useMemo(() => ({ ...narrowed, team }), [narrowed, team]);
  const [chosen] = useState(createChosen);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Card title={<Title floor={floor} filter={filter} />} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <FilterBar floor={floor} filter={filter} onChange={setNarrowed} />
      {maySet && <ChosenBar floor={floor} chosen={chosen} />}
      <List floor={floor} filter={filter} chosen={maySet ? chosen : null} onOpen={setOpened} />
      {opened !== null && <Suspense><AgentDrawer floor={floor} id={opened} onClose={() => setOpened(null)} /></Suspense>}
    </Card>
  );
}

function Title({ floor, filter }: Part) {
  return `${useTexts(texts)('agents')} (${rowsOf(useAgentsNow(floor), filter).length})`;
}

function FilterBar({ floor, filter, onChange }: Part & { onChange: (filter: AgentFilter) => void }) {
  const [t, words] = [useTexts(texts), useTexts(agentStates)];
  // counted when somebody looks, and not with each change
  const [counts, setCounts] = useState<Map<AgentState, number> | null>(null);
  return (
    <Flex gap={8} style={{ padding: '12px 24px' }} role="search">
      <Input.Search allowClear placeholder={t('search_agents')} aria-label={t('search_agents')} onChange={({ target }) => onChange({ ...filter, search: target.value })} />
      <Select<AgentState>
        allowClear
        style={{ minWidth: 150 }}
        placeholder={t('all_states')}
        aria-label={t('state')}
        value={filter.state ?? null}
        onOpenChange={(open) => setCounts(open ? countStates(floor.get()?.agents ?? new Map(), filter.team) : null)}
        onChange={(state) => onChange({ ...filter, state })}
        options={AGENT_STATES.map((value) => ({ value, label: counts ? `${words(value)} (${counts.get(value) ?? 0})` : words(value) }))}
      />
    </Flex>
  );
}

function ChosenBar({ floor, chosen }: { floor: LiveFloor; chosen: Chosen }) {
  const t = useTexts(texts);
  const ids = useStore(chosen);
  const [way, setWay] = useState<'add' | 'take' | null>(null);
  const agents = () => [...(floor.get()?.agents.values() ?? [])].filter(({ id }) => ids.has(id));
  return (
    <>
      {ids.size > 0 && (
        <Flex gap={8} wrap align="center" style={{ padding: '0 24px 12px' }} role="group" aria-label={t('chosen', { count: ids.size })}>
          <span className="figures" role="status">{t('chosen', { count: ids.size })}</span>
          <Button size="small" type="primary" onClick={() => setWay('add')}>{t('add_to_queue')}</Button>
          <Button size="small" onClick={() => setWay('take')}>{t('take_from_queue')}</Button>
        </Flex>
      )}
      {way !== null && <Suspense><MoveDrawer way={way} agents={agents()} onClose={() => setWay(null)} /></Suspense>}
    </>
  );
}

interface ListProps extends Part {
  /** Null where nothing can be done with them. */
  chosen: Chosen | null;
  onOpen: (id: string) => void;
}

function List({ floor, filter, chosen, onOpen }: ListProps) {
  const t = useTexts(texts);
  const agents = useAgentsNow(floor);
  const rows = useMemo(() => rowsOf(agents, filter), [agents, filter]);
  const columns = useMemo<LiveColumn<AgentRow>[]>(() => {
    const shown = () => rowsOf(floor.get()?.agents ?? new Map(), filter).map(({ id }) => id);
    const choose = chosen && {
      key: 'choose', title: <ChooseAll chosen={chosen} shown={shown} />, width: 48, cell: ({ id, label }: AgentRow) => <ChooseOne id={id} label={label} chosen={chosen} />,
    };
    const name = ({ id, label }: AgentRow): ReactNode =>
      chosen ? <button type="button" className="live-table-open" onClick={() => onOpen(id)}>{label}</button> : <Link to={'/agents/$id' as string} params={{ id } as never}>{label}</Link>;
    return [
      ...(choose ? [choose] : []),
      { key: 'agent', title: t('agent'), cell: name },
      { key: 'state', title: t('state'), width: 112, cell: ({ state, reason }) => <AgentStateDot state={state} reason={reason} /> },
      { key: 'since', title: t('since'), width: 100, align: 'end', cell: ({ since }) => <Since at={since} /> },
    ];
  }, [t, floor, filter, chosen, onOpen]);
  return <LiveTable<AgentRow> label={t('agents')} columns={columns} rows={rows} keyOf={({ id }) => id} minWidth={chosen ? 370 : 330} height={MOST_ROWS} empty={t('no_agents')} />;
}
