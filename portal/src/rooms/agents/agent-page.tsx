import { EditOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { queuesOfAgent } from '../../data/agent-queues';
import { agentLabel, oneAgent } from '../../data/agents';
import { allSeats } from '../../data/seats';
import { useTeams } from '../../data/teams';
import { allUsers } from '../../data/users';
import { useMay } from '../../session/use-may';
import { EditAgentQueues } from '../../staffing/edit-agent-queues';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { ui } from '../../ui/texts';
import { AgentFields } from './agent-fields';
import { AgentSkills } from './agent-skills';
import { AgentStatus } from './agent-status';
import { agents } from './texts';
import { TIMINGS } from './timings';

type Agent = Schemas['AgentDto'];
type Change = Schemas['ChangeAgentDto'];

export function AgentPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneAgent(id));
  return <Loaded query={query}>{({ data, etag }) => <AgentView agent={data} etag={etag} />}</Loaded>;
}

function AgentView({ agent, etag }: { agent: Agent; etag: string }) {
  const [t, words] = [useTexts(agents), useTexts(ui)];
  const navigate = useNavigate();
  const [mayWrite, maySetQueues, maySeeCalls] = [useMay('agents:write'), useMay('agents:status'), useMay('calls:read')];
  const [editing, setEditing] = useState(false);
  const { data: places = [] } = useQuery(queuesOfAgent(agent.id));
  const queues = places.filter(({ by_skill: bySkill = false }) => !bySkill);
  const changed = { params: { path: { id: agent.id }, header: { 'If-Match': etag } } };
  const remove = async () => {
    await answerOf(api.DELETE('/v1/agents/{id}', changed));
    await navigate({ to: '/agents' as string });
  };
  const actions = (
    <>
      {maySeeCalls && <Button icon={<PhoneOutlined />} onClick={() => void navigate({ to: '/calls' as string, search: { agent: agent.number } as never })}>{t('calls')}</Button>}
      {mayWrite && <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>}
      {mayWrite && queues.length === 0 && <RemoveButton question={t('remove_question')} label={agent.name} remove={remove} />}
    </>
  );
  return (
    <RoomPage title={agentLabel(agent)} about={t('about')} actions={actions}>
      <AgentStatus agent={agent} />
      <Person agent={agent} />
      <AgentSkills id={agent.id} />
      <Card title={t('queues')}>
        <EditAgentQueues agentId={agent.id} mayChange={maySetQueues} />
        {mayWrite && queues.length > 0 && <Typography.Text type="secondary" style={{ fontSize: 12 }}>{t('queues_hint')}</Typography.Text>}
      </Card>
      <ObjectDrawer<Change>
        title={agentLabel(agent)}
        open={editing}
        onClose={() => setEditing(false)}
        initial={settingsOf(agent)}
        save={(body) => answerOf(api.PATCH('/v1/agents/{id}', { ...changed, body }))}
      >
        {() => <AgentFields id={agent.id} />}
      </ObjectDrawer>
    </RoomPage>
  );
}

function settingsOf({ name, seat_id, user_id, team_id, ...agent }: Agent): Change {
  return { name, seat_id, user_id, team_id, ...Object.fromEntries(TIMINGS.map(({ key }) => [key, agent[key]])) };
}

function Person({ agent }: { agent: Agent }) {
  const t = useTexts(agents);
  const { data: seats } = useQuery({ ...allSeats, enabled: useMay('seats:read') });
  const { data: users } = useQuery({ ...allUsers, enabled: useMay('users:read') });
  const team = useTeams().find(({ id }) => id === agent.team_id);
  const seat = agent.seat_id === null ? t('hot_desk') : seats?.find(({ id }) => id === agent.seat_id)?.extension;
  const user = users?.find(({ id }) => id === agent.user_id);
  return (
    <Card title={t('person')}>
      <Descriptions
        className="figures"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'seat', label: t('seat'), children: seat ?? '–' },
          { key: 'user', label: t('user'), children: user ? `${user.name} · ${user.email}` : t('no_user') },
          { key: 'team', label: t('team'), children: team ? <Link to={'/teams/$id' as string} params={{ id: team.id } as never}>{team.name}</Link> : t('no_team') },
          ...TIMINGS.map(({ key, unit }) => ({ key, label: t(key), children: `${integer(agent[key])} ${t(`unit_${unit}`)}` })),
        ]}
      />
    </Card>
  );
}
