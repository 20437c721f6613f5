import { App, Alert, Button, Card, Flex } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { allPages } from '../../api/all-pages';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { session, signedIn } from '../../session/session';
import { EnrolSecondFactor } from '../../sign-in/enrol-second-factor';
import { PasswordForm } from '../../sign-in/password-form';
import { useTenant } from '../../session/tenant';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { browserName } from '../../ui/browser-name';
import { ListTable } from '../../ui/list-table';
import { Loaded } from '../../ui/loaded';
import { StateDot } from '../../ui/state-dot';
import { RoomPage } from '../../ui/room-page';
import { signIn } from '../../sign-in/texts';
import { account } from './texts';

export function AccountPage() {
  const t = useTexts(account);
  const { message } = App.useApp();
  const me = signedIn(useStore(session.state));
  return (
    <RoomPage title={t('title')} about={me.name}>
      <Flex gap={16} wrap align="flex-start">
        <Card title={t('password')} style={{ flex: '1 1 320px' }}>
          <PasswordForm onChanged={() => message.success(t('changed'))} />
        </Card>
        <Card title={t('second_factor')} style={{ flex: '1 1 320px' }}><SecondFactor /></Card>
      </Flex>
      {me.kind === 'staff' ? <Sessions zone={undefined} /> : <SessionsOfTenant />}
    </RoomPage>
  );
}

function SecondFactor() {
  const [t, words] = [useTexts(account), useTexts(signIn)];
  const [enrolling, setEnrolling] = useState(false);
  const query = useQuery({
    queryKey: ['me', 'second-factor'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/me/second-factor', { signal })),
  });
  if (enrolling) return <EnrolSecondFactor onEnrolled={() => setEnrolling(false)} />;
  return (
    <Loaded query={query}>
      {({ enrolled, recovery_codes_left: left }) => enrolled ? (
        <Alert type="success" showIcon title={t('second_factor_on', { count: left })} />
      ) : (
        <Flex vertical gap={12}>
          <Alert type="info" showIcon title={t('second_factor_off')} />
          <Button type="primary" onClick={() => setEnrolling(true)}>{words('enrol')}</Button>
        </Flex>
      )}
    </Loaded>
  );
}

/** In the zone of the tenant; the provider's people have none but their browser's. */
function SessionsOfTenant() {
  return <Sessions zone={useTenant().data?.timezone} />;
}

function Sessions({ zone }: { zone: string | undefined }) {
  const t = useTexts(account);
  const query = useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: ({ signal }) => allPages((page) => answerOf(api.GET('/v1/me/sessions', { params: { query: page }, signal }))),
  });
  const ending = useMutation({ mutationFn: (id: string) => answerOf(api.DELETE('/v1/me/sessions/{id}', { params: { path: { id } } })) });
  const endingOthers = useMutation({ mutationFn: () => answerOf(api.DELETE('/v1/me/sessions', {})) });
  return (
    <ListTable<Schemas['SessionDto']>
      query={query}
      rows={query.data}
      title={() => (
        <Flex justify="space-between" align="center">
          <b>{t('sessions')}</b>
          <Button size="small" loading={endingOthers.isPending} onClick={() => endingOthers.mutate()}>{t('end_others')}</Button>
        </Flex>
      )}
      columns={[
        { title: t('browser'), render: (_, { user_agent: agent }) => <span title={agent}>{browserName(agent)}</span> },
        { title: t('address'), dataIndex: 'address' },
        { title: t('since'), render: (_, { created_at: at }) => moment(at, zone) },
        { title: t('last_seen'), render: (_, { last_seen_at: at }) => moment(at, zone) },
        {
          key: 'end',
          align: 'right',
          render: (_, { id, current }) =>
            current ? <StateDot colour="good">{t('current')}</StateDot> : <Button size="small" onClick={() => ending.mutate(id)}>{t('end')}</Button>,
        },
      ]}
    />
  );
}
