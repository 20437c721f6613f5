import { EditOutlined, KeyOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Descriptions, Flex, Form, Popconfirm, Select, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { allAgents } from '../../data/agents';
import { allNumbers } from '../../data/numbers';
import { oneSeat } from '../../data/seats';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { day, moment } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ProblemAlert } from '../../ui/problem-alert';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { StateDot } from '../../ui/state-dot';
import { ui } from '../../ui/texts';
import { CredentialsModal } from './credentials-modal';
import { SeatHolder } from './seat-holder';
import { SEAT_COLOURS, seatStateOf } from './seat-state';
import { seats } from './texts';

type Seat = Schemas['SeatDto'];

export function SeatPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneSeat(id));
  return <Loaded query={query}>{({ data, etag }) => <SeatView seat={data} etag={etag} />}</Loaded>;
}

function SeatView({ seat, etag }: { seat: Seat; etag: string }) {
  const [t, words] = [useTexts(seats), useTexts(ui)];
  const navigate = useNavigate();
  const mayWrite = useMay('seats:write');
  const [editing, setEditing] = useState(false);
  const agents = useQuery({ ...allAgents, enabled: useMay('agents:read') });
  const owner = agents.data?.find(({ seat_id: id }) => id === seat.id) ?? null;
  const sitting = agents.data?.find(({ signed_in_seat_id: id }) => id === seat.id) ?? null;
  const changed = { params: { path: { id: seat.id }, header: { 'If-Match': etag } } };
  const isFree = agents.isSuccess && !owner && !sitting;
  const remove = async () => {
    await answerOf(api.DELETE('/v1/seats/{id}', changed));
    await navigate({ to: '/seats' as string });
  };
  const actions = mayWrite && (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      {isFree && <RemoveButton question={t('remove_question')} label={seat.extension} remove={remove} />}
    </>
  );
  return (
    <RoomPage title={`${t('extension')} ${seat.extension}`} about={t('about')} actions={actions}>
      <Suspension seat={seat} />
      <Facts seat={seat} holder={<SeatHolder row={{ owner, sitting }} />} />
      <CredentialsCard seat={seat} />
      {mayWrite && agents.isSuccess && !isFree && <Typography.Text type="secondary">{t('remove_hint')}</Typography.Text>}
      <ObjectDrawer<Schemas['ChangeSeatDto']>
        title={t('edit_caller_number')}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ caller_number_id: seat.caller_number_id }}
        save={(body) => answerOf(api.PATCH('/v1/seats/{id}', { ...changed, body }))}
      >
        {() => <CallerNumberField />}
      </ObjectDrawer>
    </RoomPage>
  );
}

function CallerNumberField() {
  const t = useTexts(seats);
  const numbers = useQuery({ ...allNumbers, enabled: useMay('numbers:read') });
  return (
    <Form.Item name="caller_number_id" label={t('caller_number')} extra={t('caller_number_hint')} normalize={(value: string | undefined) => value ?? null}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('first_number')}
        loading={numbers.isPending}
        options={(numbers.data ?? []).map(({ id, number }) => ({ value: id, label: number }))}
      />
    </Form.Item>
  );
}

function Facts({ seat, holder }: { seat: Seat; holder: React.ReactNode }) {
  const t = useTexts(seats);
  const zone = useTenant().data?.timezone;
  const { data: numbers } = useQuery({ ...allNumbers, enabled: useMay('numbers:read') && seat.caller_number_id !== null });
  const number = numbers?.find(({ id }) => id === seat.caller_number_id)?.number;
  const state = seatStateOf(seat);
  return (
    <Card>
      <Descriptions
        className="figures"
        column={{ xs: 1, sm: 2 }}
        items={[
          { key: 'state', label: t('state'), children: <StateDot colour={SEAT_COLOURS[state]}>{t(`state_${state}`)}</StateDot> },
          { key: 'agent', label: t('agent'), children: holder },
          { key: 'caller_number', label: t('caller_number'), children: seat.caller_number_id === null ? t('first_number') : (number ?? '–') },
          { key: 'leased_from', label: t('leased_from'), children: day(seat.leased_from, zone) },
        ]}
      />
    </Card>
  );
}

function Suspension({ seat: { id, suspended_at: at, suspension } }: { seat: Seat }) {
  const [t, words] = [useTexts(seats), useTexts(ui)];
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('seats:write');
  const lifting = useMutation({ mutationFn: () => answerOf(api.DELETE('/v1/seats/{id}/suspension', { params: { path: { id } } })) });
  if (at === null) return null;
  const lift = mayWrite && (
    <Popconfirm title={t('lift_question')} description={t('suspended_advice')} okText={t('lift')} cancelText={words('cancel')} onConfirm={() => lifting.mutate()}>
      <Button danger loading={lifting.isPending}>{t('lift')}</Button>
    </Popconfirm>
  );
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t('suspended_since', { at: moment(at, zone) })}
        description={suspension === 'too-many-calls' ? `${t('suspension_too_many_calls')} ${t('suspended_advice')}` : t('suspended_advice')}
        action={lift}
      />
      <ProblemAlert error={lifting.error} />
    </>
  );
}

function CredentialsCard({ seat }: { seat: Seat }) {
  const [t, words] = [useTexts(seats), useTexts(ui)];
  const mayWrite = useMay('seats:write');
  const [making, setMaking] = useState<Seat[] | null>(null);
  const button = <Button icon={<KeyOutlined />} {...(!seat.has_credentials && { onClick: () => setMaking([seat]) })}>{seat.has_credentials ? t('make_new') : t('make')}</Button>;
  return (
    <Card title={t('credentials')}>
      <Flex gap={12} wrap align="center" justify="space-between">
        <Typography.Text>{seat.has_credentials ? t('credentials_have') : t('credentials_none')}</Typography.Text>
        {mayWrite && (seat.has_credentials ? (
          <Popconfirm title={t('make_new_question')} okText={t('make_new')} cancelText={words('cancel')} onConfirm={() => setMaking([seat])}>{button}</Popconfirm>
        ) : button)}
      </Flex>
      {making && <CredentialsModal of={making} onClose={() => setMaking(null)} />}
    </Card>
  );
}
