import { Divider, Form, Input, InputNumber, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allAgents } from '../../data/agents';
import { allSeats } from '../../data/seats';
import { useTeams } from '../../data/teams';
import { allUsers } from '../../data/users';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { agents } from './texts';
import { TIMINGS } from './timings';

const NAME_RULE = /^[^{}]*$/;

/** What a new agent and one that is there share. @param id of the agent that is changed; its own seat and user are free to it */
export function AgentFields({ id }: { id?: string }) {
  const t = useTexts(agents);
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }, { pattern: NAME_RULE, message: t('bad_name') }]}>
        <Input maxLength={64} />
      </Form.Item>
      <SeatField {...(id !== undefined && { id })} />
      <UserField {...(id !== undefined && { id })} />
      <TeamField />
      <Divider titlePlacement="start" plain>{t('timings')}</Divider>
      {TIMINGS.map(({ key, unit, min, max }) => (
        <Form.Item key={key} name={key} label={t(key)} extra={t(`${key}_hint`)} required rules={[{ required: true }]}>
          <InputNumber min={min} max={max} precision={0} suffix={t(`unit_${unit}`)} style={{ width: '100%' }} />
        </Form.Item>
      ))}
    </>
  );
}

function SeatField({ id }: { id?: string }) {
  const t = useTexts(agents);
  const seats = useQuery({ ...allSeats, enabled: useMay('seats:read') });
  const { data: all = [] } = useQuery(allAgents);
  const taken = new Set(all.filter((each) => each.id !== id).map(({ seat_id: seat }) => seat));
  const free = (seats.data ?? []).filter((seat) => !taken.has(seat.id)).sort((a, b) => a.extension.localeCompare(b.extension));
  return (
    <Form.Item name="seat_id" label={t('seat')} extra={t('seat_hint')} normalize={orNull}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('hot_desk')}
        loading={seats.isPending}
        options={free.map((seat) => ({ value: seat.id, label: seat.extension }))}
      />
    </Form.Item>
  );
}

function UserField({ id }: { id?: string }) {
  const t = useTexts(agents);
  const mayRead = useMay('users:read');
  const users = useQuery({ ...allUsers, enabled: mayRead });
  const { data: all = [] } = useQuery(allAgents);
  if (!mayRead) return null;
  const taken = new Set(all.filter((each) => each.id !== id).map(({ user_id: user }) => user));
  return (
    <Form.Item name="user_id" label={t('user')} extra={t('user_hint')} normalize={orNull}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('no_user')}
        loading={users.isPending}
        options={(users.data ?? []).filter((user) => !taken.has(user.id)).map(({ id: value, name, email }) => ({ value, label: `${name} · ${email}` }))}
      />
    </Form.Item>
  );
}

function TeamField() {
  const t = useTexts(agents);
  return (
    <Form.Item name="team_id" label={t('team')} extra={t('team_hint')} normalize={orNull}>
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('no_team')} options={useTeams().map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  );
}

/** What is cleared is null on the wire: left out, it would stay as it was. */
function orNull(value: string | undefined): string | null {
  return value ?? null;
}
