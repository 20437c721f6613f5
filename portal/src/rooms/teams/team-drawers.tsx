import { Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { rolesQuery } from '../../data/roles';
import type { Team } from '../../data/teams';
import { allUsers } from '../../data/users';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { teams } from './texts';

type Values = Schemas['CreateTeamDto'];
interface DrawerProps {
  open: boolean;
  onClose: () => void;
}

export function NewTeamDrawer({ open, onClose }: DrawerProps) {
  const [t, words] = [useTexts(teams), useTexts(ui)];
  return (
    <ObjectDrawer<Values> title={t('new')} open={open} onClose={onClose} action={words('create')} initial={{}} save={(body) => answerOf(api.POST('/v1/teams', { body }))}>
      {() => <TeamFields known={[]} />}
    </ObjectDrawer>
  );
}

export function EditTeamDrawer({ team, etag, open, onClose }: DrawerProps & { team: Team; etag: string }) {
  const { id, name, description, supervisors } = team;
  const changed = { params: { path: { id }, header: { 'If-Match': etag } } };
  const initial = { name, description, supervisor_ids: supervisors.map(({ user_id: user }) => user) };
  return (
    <ObjectDrawer<Values> title={name} open={open} onClose={onClose} initial={initial} save={(body) => answerOf(api.PATCH('/v1/teams/{id}', { ...changed, body }))}>
      {() => <TeamFields known={supervisors} />}
    </ObjectDrawer>
  );
}

/** @param known who supervises the team: named also to whom may not look users up */
function TeamFields({ known }: { known: Team['supervisors'] }) {
  const t = useTexts(teams);
  const supervisors = useSupervisors(known);
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input maxLength={64} /></Form.Item>
      <Form.Item name="description" label={t('description')} normalize={(text: string | undefined) => text ?? ''}><Input maxLength={200} /></Form.Item>
      <Form.Item name="supervisor_ids" label={t('supervisors')} extra={t('supervisors_hint')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={supervisors} />
      </Form.Item>
    </>
  );
}

function useSupervisors(known: Team['supervisors']): { value: string; label: string }[] {
  const mayRead = useMay('users:read');
  const { data: users = [] } = useQuery({ ...allUsers, enabled: mayRead });
  const { data: roles } = useQuery({ ...rolesQuery, enabled: mayRead });
  if (!mayRead) return known.map(({ user_id: value, name: label }) => ({ value, label }));
  const supervising = new Set(roles?.roles.filter(({ permissions }) => permissions.includes('calls:supervise')).map(({ role }) => role));
  return users.filter(({ role }) => supervising.has(role)).map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` })).sort((a, b) => a.label.localeCompare(b.label));
}
