import { DisconnectOutlined, EditOutlined, KeyOutlined, SafetyOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Form, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { identityProviderQuery } from '../../data/identity-provider';
import { session, signedIn } from '../../session/session';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { shell } from '../../shell/texts';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { AskButton } from '../../ui/ask-button';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { SecretOnce } from '../../ui/secret-once';
import { StateDot } from '../../ui/state-dot';
import { ui } from '../../ui/texts';
import { temporaryPassword } from './temporary-password';
import { users } from './texts';
import { UserFields } from './user-fields';
import { UserSessions } from './user-sessions';
import { oneUser } from './users-queries';

type User = Schemas['UserDto'];
type Change = Pick<User, 'name' | 'role' | 'active'>;

export function UserPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  return <Loaded query={useQuery(oneUser(id))}>{({ data, etag }) => <UserView user={data} etag={etag} />}</Loaded>;
}

function UserView({ user, etag }: { user: User; etag: string }) {
  const t = useTexts(users);
  const mayWrite = useMay('users:write');
  return (
    <RoomPage title={user.name} about={user.email} actions={mayWrite && <Actions user={user} etag={etag} />}>
      <Card><Facts user={user} /></Card>
      <UserSessions id={user.id} />
      {useMay('audit:read') && <Link to={'/audit' as string} search={{ actor_id: user.id } as never}>{t('did')}</Link>}
    </RoomPage>
  );
}

function Facts({ user: { email, role, active, created_at: created } }: { user: User }) {
  const [t, words] = [useTexts(users), useTexts(shell)];
  const zone = useTenant().data?.timezone;
  return (
    <Descriptions
      column={{ xs: 1, sm: 2 }}
      items={[
        { key: 'email', label: t('email'), children: email },
        { key: 'role', label: t('role'), children: words(`role_${role}`) },
        { key: 'state', label: t('state'), children: <StateDot colour={active ? 'good' : 'idle'}>{active ? t('active') : t('inactive')}</StateDot> },
        { key: 'created', label: t('created'), children: moment(created, zone) },
      ]}
    />
  );
}

/** Oneself one changes at the account: whoever takes away his own rights here is locked out. */
function Actions({ user, etag }: { user: User; etag: string }) {
  const [t, words] = [useTexts(users), useTexts(ui)];
  const isMe = signedIn(useStore(session.state)).id === user.id;
  const navigate = useNavigate();
  const { data: provider } = useQuery({ ...identityProviderQuery, enabled: useMay('sign-in-policy:read') });
  const [editing, setEditing] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  const { id, name, role, active } = user;
  const path = { id };
  const changed = { params: { path, header: { 'If-Match': etag } } };
  const renew = async () => {
    const next = temporaryPassword();
    await answerOf(api.POST('/v1/users/{id}/password', { params: { path }, body: { password: next } }));
    setPassword(next);
  };
  const remove = async () => {
    await answerOf(api.DELETE('/v1/users/{id}', changed));
    await navigate({ to: '/users' as string });
  };
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      {!isMe && (
        <>
          <AskButton icon={<KeyOutlined />} question={t('new_password_question')} act={renew}>{t('new_password')}</AskButton>
          <AskButton icon={<SafetyOutlined />} question={t('reset_factor_question')} act={() => answerOf(api.DELETE('/v1/users/{id}/second-factor', { params: { path } }))}>
            {t('reset_factor')}
          </AskButton>
          {provider && (
            <AskButton icon={<DisconnectOutlined />} question={t('unlink_question')} act={() => answerOf(api.DELETE('/v1/users/{id}/identity-links', { params: { path } }))}>
              {t('unlink')}
            </AskButton>
          )}
          <RemoveButton question={t('remove_question')} label={name} remove={remove} />
        </>
      )}
      <ObjectDrawer<Change>
        title={name}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ name, role, active }}
        save={(body) => answerOf(api.PATCH('/v1/users/{id}', { ...changed, body }))}
      >
        {() => (
          <>
            <UserFields />
            {!isMe && (
              <Form.Item name="active" label={t('active')} extra={t('active_hint')} valuePropName="checked">
                <Switch />
              </Form.Item>
            )}
          </>
        )}
      </ObjectDrawer>
      <SecretOnce title={t('temporary', { name })} secret={password} onKept={() => setPassword(null)}>{t('temporary_hint')}</SecretOnce>
    </>
  );
}
