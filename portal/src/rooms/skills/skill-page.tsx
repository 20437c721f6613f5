import { EditOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { agentLabel, allAgents } from '../../data/agents';
import { QueueLinks } from '../../data/queue-link';
import { agentsOfSkill, oneSkill, type Skill } from '../../data/skills';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ListTable } from '../../ui/list-table';
import { Loaded } from '../../ui/loaded';
import { pagesOf } from '../../ui/pages-of';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { ui } from '../../ui/texts';
import { EditSkillDrawer } from './skill-drawers';
import { skills } from './texts';

export function SkillPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneSkill(id));
  return <Loaded query={query}>{({ data, etag }) => <SkillView skill={data} etag={etag} />}</Loaded>;
}

function SkillView({ skill, etag }: { skill: Skill; etag: string }) {
  const [t, words] = [useTexts(skills), useTexts(ui)];
  const navigate = useNavigate();
  const mayWrite = useMay('agents:write');
  const [editing, setEditing] = useState(false);
  const { id, name, description, agents, queue_ids: queueIds } = skill;
  const remove = async () => {
    await answerOf(api.DELETE('/v1/skills/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }));
    await navigate({ to: '/skills' as string });
  };
  const actions = mayWrite && (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      <RemoveButton question={agents === 0 ? t('remove_empty') : t('remove_with', { count: agents })} label={name} remove={remove} />
    </>
  );
  return (
    <RoomPage title={name} about={t('about')} actions={actions}>
      <Card title={t('skill')}>
        <Descriptions
          column={{ xs: 1, sm: 2 }}
          items={[
            { key: 'description', label: t('description'), children: description || '–' },
            { key: 'queues', label: t('queues'), children: <QueueLinks ids={queueIds} /> },
          ]}
        />
      </Card>
      <SkilledAgents id={id} />
      <EditSkillDrawer skill={skill} etag={etag} open={editing} onClose={() => setEditing(false)} />
    </RoomPage>
  );
}

/** Who has it, the best first. */
function SkilledAgents({ id }: { id: string }) {
  const t = useTexts(skills);
  const query = useQuery(agentsOfSkill(id));
  const { data: agents = [] } = useQuery(allAgents);
  const labels = new Map(agents.map((agent) => [agent.id, agentLabel(agent)]));
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>{t('agents')}</Typography.Title>
      <ListTable<{ id: string; level: number }>
        query={query}
        rows={query.data?.map(({ agent_id: agent, level }) => ({ id: agent, level }))}
        pagination={pagesOf()}
        empty={t('no_agents')}
        columns={[
          { title: t('agent'), key: 'agent', render: (_, { id: agent }) => <Link to={'/agents/$id' as string} params={{ id: agent } as never}>{labels.get(agent) ?? '…'}</Link> },
          { title: t('level'), key: 'level', align: 'right', className: 'figures', dataIndex: 'level' },
        ]}
      />
    </>
  );
}
