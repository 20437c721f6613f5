import { DashboardOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { oneTeam, type Team } from '../../data/teams';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { ui } from '../../ui/texts';
import { TeamAgents } from './team-agents';
import { EditTeamDrawer } from './team-drawers';
import { teams } from './texts';

export function TeamPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneTeam(id));
  return <Loaded query={query}>{({ data, etag }) => <TeamView team={data} etag={etag} />}</Loaded>;
}

function TeamView({ team, etag }: { team: Team; etag: string }) {
  const [t, words] = [useTexts(teams), useTexts(ui)];
  const navigate = useNavigate();
  const [mayWrite, maySeeFloor] = [useMay('agents:write'), useMay('live:read')];
  const [editing, setEditing] = useState(false);
  const { id, name, agents } = team;
  const remove = async () => {
    await answerOf(api.DELETE('/v1/teams/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }));
    await navigate({ to: '/teams' as string });
  };
  const actions = (
    <>
      {maySeeFloor && <Button icon={<DashboardOutlined />} onClick={() => void navigate({ to: '/floor' as string, search: { team: id } as never })}>{t('floor')}</Button>}
      {mayWrite && <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>}
      {mayWrite && <RemoveButton question={agents === 0 ? t('remove_empty') : t('remove_with', { count: agents })} label={name} remove={remove} />}
    </>
  );
  return (
    <RoomPage title={name} about={t('about')} actions={actions}>
      <Card title={t('team')}>
        <Descriptions
          column={{ xs: 1, sm: 2 }}
          items={[
            { key: 'description', label: t('description'), children: team.description || '–' },
            { key: 'supervisors', label: t('supervisors'), children: <Supervisors team={team} /> },
          ]}
        />
      </Card>
      <TeamAgents team={team} />
      <EditTeamDrawer team={team} etag={etag} open={editing} onClose={() => setEditing(false)} />
    </RoomPage>
  );
}

function Supervisors({ team: { supervisors } }: { team: Team }) {
  const t = useTexts(teams);
  const mayOpen = useMay('users:read');
  if (supervisors.length === 0) return <>{t('no_supervisors')}</>;
  return (
    <Flex gap={8} wrap>
      {supervisors.map(({ user_id: id, name }) => (mayOpen ? <Link key={id} to={'/users/$id' as string} params={{ id } as never}>{name}</Link> : <span key={id}>{name}</span>))}
    </Flex>
  );
}
