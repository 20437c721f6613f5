import { PlusOutlined, UserDeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Select, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, versionOf } from '../../api/client';
import type { Schemas } from '../../api/types';
import { agentLabel, allAgents } from '../../data/agents';
import { type Team, useTeams } from '../../data/teams';
import { agentNow, agentStateOf } from '../../live/agent-state';
import { AgentStateDot } from '../../live/agent-state-dot';
import { useFloor } from '../../live/use-floor';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { AskButton } from '../../ui/ask-button';
import { ListTable } from '../../ui/list-table';
import { ObjectDrawer } from '../../ui/object-drawer';
import { pagesOf } from '../../ui/pages-of';
import { teams } from './texts';

type Agent = Schemas['AgentDto'];

/** Who belongs to the team, and what they do now. */
export function TeamAgents({ team }: { team: Team }) {
  const t = useTexts(teams);
  const mayWrite = useMay('agents:write');
  const query = useQuery(allAgents);
  const floor = useFloor();
  const [adding, setAdding] = useState(false);
  const own = query.data?.filter(({ team_id: id }) => id === team.id).sort(byNumber);
  return (
    <>
      <Flex justify="space-between" align="center" gap={12} wrap>
        <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>{t('agents')}</Typography.Title>
        {mayWrite && <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('add')}</Button>}
      </Flex>
      <ListTable<Agent>
        query={query}
        rows={own}
        pagination={pagesOf()}
        empty={t('no_agents')}
        columns={[
          { title: t('agent'), key: 'agent', render: (_, agent) => <Link to={'/agents/$id' as string} params={{ id: agent.id } as never}>{agentLabel(agent)}</Link> },
          { title: t('state'), key: 'state', render: (_, agent) => <AgentStateDot state={agentStateOf(agentNow(agent, floor?.agents.get(agent.number)))} /> },
          ...(mayWrite ? [{ key: 'actions', align: 'right' as const, render: (_: unknown, agent: Agent) => <TakeOut agent={agent} /> }] : []),
        ]}
      />
      <AddAgents team={team} agents={query.data ?? []} open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function TakeOut({ agent }: { agent: Agent }) {
  const t = useTexts(teams);
  const label = `${t('take_out')}: ${agentLabel(agent)}`;
  return (
    <AskButton
      type="text"
      icon={<UserDeleteOutlined />}
      aria-label={label}
      title={label}
      question={t('take_out_question', { agent: agentLabel(agent) })}
      confirm={t('take_out')}
      act={() => move(agent.id, null)}
    />
  );
}

function AddAgents({ team, agents, open, onClose }: { team: Team; agents: Agent[]; open: boolean; onClose: () => void }) {
  const t = useTexts(teams);
  const names = new Map(useTeams().map(({ id, name }) => [id, name]));
  const labelOf = (agent: Agent) => {
    const other = names.get(agent.team_id ?? '');
    return other ? t('moved', { agent: agentLabel(agent), team: other }) : agentLabel(agent);
  };
  const save = async ({ agents: ids }: { agents: string[] }) => {
    for (const id of ids) await move(id, team.id);
  };
  return (
    <ObjectDrawer<{ agents: string[] }> title={`${t('add')}: ${team.name}`} open={open} onClose={onClose} action={t('add')} initial={{}} save={save}>
      {() => (
        <Form.Item name="agents" label={t('agents')} extra={t('add_hint')} rules={[{ required: true }]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={agents.filter(({ team_id: id }) => id !== team.id).sort(byNumber).map((agent) => ({ value: agent.id, label: labelOf(agent) }))}
          />
        </Form.Item>
      )}
    </ObjectDrawer>
  );
}

/** Who is there already is left alone: a second try goes on where the first one failed. */
async function move(id: string, teamId: string | null): Promise<void> {
  const { data, etag } = await versionOf(api.GET('/v1/agents/{id}', { params: { path: { id } } }));
  if (data.team_id === teamId) return;
  await answerOf(api.PATCH('/v1/agents/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: { team_id: teamId } }));
}

function byNumber(a: Agent, b: Agent): number {
  return Number(a.number) - Number(b.number);
}
