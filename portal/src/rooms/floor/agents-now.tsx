import { Card, Flex, Input, Select, Table } from 'antd';
import { memo, useMemo, useState } from 'react';
import { AGENT_STATES, agentStateOf, agentStateSince, type AgentState } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { agentStates } from '../../live/agent-state-texts';
import type { FloorView } from '../../live/floor';
import { Since } from '../../live/since';
import { useTexts } from '../../texts/define-texts';
import { floor } from './texts';

const HEIGHT = 560;
/** A row is another object only when its agent is: what did not change is not drawn. */
const rowsOfAgents = new WeakMap<object, Row>();
const hasChanged = (row: Row, before: Row): boolean => row !== before;

interface Row {
  number: string;
  name: string;
  state: AgentState;
  since: string;
}

export const AgentsNow = memo(function AgentsNow({ agents }: Pick<FloorView, 'agents'>) {
  const [t, words] = [useTexts(floor), useTexts(agentStates)];
  const [search, setSearch] = useState('');
  const [state, setState] = useState<AgentState | undefined>();
  const all = useMemo(() => [...agents.values()].map(rowOf), [agents]);
  const rows = all.filter((row) => (!state || row.state === state) && `${row.number} ${row.name}`.toLowerCase().includes(search.toLowerCase()));
  const counted = (each: AgentState) => all.filter((row) => row.state === each).length;
  return (
    <Card title={`${t('agents')} (${rows.length})`} style={{ overflow: 'hidden' }} styles={{ body: { padding: 0 } }}>
      <Flex gap={8} style={{ padding: 12 }}>
        <Input.Search allowClear placeholder={t('search_agents')} aria-label={t('search_agents')} onChange={({ target }) => setSearch(target.value)} />
        <Select<AgentState>
          allowClear
          style={{ minWidth: 150 }}
          placeholder={t('all_states')}
          aria-label={t('state')}
          value={state ?? null}
          onChange={setState}
          options={AGENT_STATES.map((value) => ({ value, label: `${words(value)} (${counted(value)})` }))}
        />
      </Flex>
      <Table<Row>
        key={t('state')}
        className="figures"
        rowKey="number"
        size="small"
        virtual
        pagination={false}
        scroll={{ x: 320, y: HEIGHT }}
        dataSource={rows}
        columns={[
          { title: t('agent'), shouldCellUpdate: hasChanged, width: 160, ellipsis: true, render: (_, { number, name }) => (name.includes(number) ? name : `${number} ${name}`) },
          { title: t('state'), shouldCellUpdate: hasChanged, width: 110, render: (_, { state: each }) => <AgentStateDot state={each} /> },
          { title: t('since'), shouldCellUpdate: hasChanged, width: 80, align: 'right', render: (_, { since }) => <Since at={since} /> },
        ]}
      />
    </Card>
  );
});

function rowOf(agent: Parameters<typeof agentStateOf>[0] & Parameters<typeof agentStateSince>[0] & { number: string; name: string }): Row {
  const row = rowsOfAgents.get(agent) ?? { number: agent.number, name: agent.name, state: agentStateOf(agent), since: agentStateSince(agent) };
  rowsOfAgents.set(agent, row);
  return row;
}
