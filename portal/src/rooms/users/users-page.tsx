import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Select, Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/types';
import { TENANT_ROLES } from '../../data/roles';
import { session, signedIn } from '../../session/session';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { shell } from '../../shell/texts';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { day } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { pagesOf } from '../../ui/pages-of';
import { SearchBox } from '../../ui/search-box';
import { SecretOnce } from '../../ui/secret-once';
import { useFilters } from '../../ui/search-params';
import { StateDot } from '../../ui/state-dot';
import { type Given, NewUserDrawer } from './new-user-drawer';
import { users } from './texts';
import { UsersFrame } from './users-frame';
import { allUsers } from './users-queries';

type User = Schemas['UserDto'];
type Filters = { q?: string; role?: string };

export function UsersPage() {
  const t = useTexts(users);
  const mayWrite = useMay('users:write');
  const query = useQuery(allUsers);
  const [filters] = useFilters<Filters>();
  const [creating, setCreating] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>;
  return (
    <UsersFrame actions={create}>
      <FilterBar />
      <ListTable<User>
        query={query}
        rows={query.data?.filter((user) => isWanted(user, filters))}
        isNarrowed={Object.keys(filters).length > 0}
        pagination={pagesOf()}
        columns={useColumns()}
      />
      <NewUserDrawer open={creating} onClose={() => setCreating(false)} onGiven={setGiven} />
      <SecretOnce title={t('temporary', { name: given?.name })} secret={given?.password ?? null} onKept={() => setGiven(null)}>
        {t('temporary_hint')}
      </SecretOnce>
    </UsersFrame>
  );
}

function useColumns() {
  const [t, words] = [useTexts(users), useTexts(shell)];
  const me = signedIn(useStore(session.state));
  const zone = useTenant().data?.timezone;
  return [
    {
      title: t('name'),
      key: 'name',
      sorter: (a: User, b: User) => a.name.localeCompare(b.name),
      render: (_: unknown, { id, name }: User) => (
        <>
          <Link to={'/users/$id' as string} params={{ id } as never}>{name}</Link> {id === me.id && <Tag>{t('you')}</Tag>}
        </>
      ),
    },
    { title: t('email'), dataIndex: 'email' },
    { title: t('role'), key: 'role', render: (_: unknown, { role }: User) => words(`role_${role}`) },
    {
      title: t('state'),
      key: 'state',
      render: (_: unknown, { active }: User) => <StateDot colour={active ? 'good' : 'idle'}>{active ? t('active') : t('inactive')}</StateDot>,
    },
    { title: t('created'), key: 'created', render: (_: unknown, { created_at: at }: User) => day(at, zone) },
  ];
}

function FilterBar() {
  const [t, words] = [useTexts(users), useTexts(shell)];
  const [{ q, role }, filter] = useFilters<Filters>();
  return (
    <Flex gap={8} wrap>
      <SearchBox label={t('search')} value={q} width={280} onChange={(text) => filter({ q: text.trim() })} />
      <Select
        aria-label={t('role')}
        style={{ width: 180 }}
        value={role ?? ''}
        options={[{ value: '', label: t('any_role') }, ...TENANT_ROLES.map((value) => ({ value, label: words(`role_${value}`) }))]}
        onChange={(value) => filter({ role: value })}
      />
    </Flex>
  );
}

function isWanted({ name, email, role }: User, { q = '', role: wanted }: Filters): boolean {
  return (!wanted || role === wanted) && `${name} ${email}`.toLowerCase().includes(q.toLowerCase());
}
