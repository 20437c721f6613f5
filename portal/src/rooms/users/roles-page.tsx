import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { Card, Table, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Permission } from '../../api/types';
import { usePermissionAreas } from '../../data/permissions';
import { rolesQuery, type TenantRole } from '../../data/roles';
import { shell } from '../../shell/texts';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { isDark } from '../../theme/appearance';
import { STATE_COLOURS } from '../../theme/theme';
import { Loaded } from '../../ui/loaded';
import { users } from './texts';
import { UsersFrame } from './users-frame';

interface Row {
  id: string;
  name: string;
  /** Left out for an area's own line. */
  permission?: Permission;
}

export function RolesPage() {
  return <UsersFrame><Loaded query={useQuery(rolesQuery)}>{({ roles }) => <RolesTable roles={roles} />}</Loaded></UsersFrame>;
}

function RolesTable({ roles }: { roles: { role: TenantRole; permissions: Permission[] }[] }) {
  const [t, words] = [useTexts(users), useTexts(shell)];
  const areasOf = usePermissionAreas();
  const all = [...new Set(roles.flatMap(({ permissions }) => permissions))];
  const rows = areasOf(all).flatMap(({ area, name, permissions }): Row[] => [
    { id: area, name },
    ...permissions.map((each) => ({ id: each.id, name: each.name, permission: each.id })),
  ]);
  return (
    <Card styles={{ body: { padding: 0 } }} style={{ overflow: 'hidden' }}>
      <Table<Row>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rows}
        footer={() => <Typography.Text type="secondary">{t('roles_about')}</Typography.Text>}
        columns={[
          {
            title: t('right'),
            key: 'right',
            onCell: ({ permission }) => (permission ? {} : { colSpan: roles.length + 1 }),
            render: (_, { name, permission }) => (permission ? <span style={{ paddingLeft: 16 }}>{name}</span> : <b>{name}</b>),
          },
          ...roles.map(({ role, permissions }) => ({
            title: words(`role_${role}`),
            key: role,
            align: 'center' as const,
            onCell: ({ permission }: Row) => (permission ? {} : { colSpan: 0 }),
            render: (_: unknown, { permission }: Row) => permission && <Mark allowed={permissions.includes(permission)} />,
          })),
        ]}
      />
    </Card>
  );
}

function Mark({ allowed }: { allowed: boolean }) {
  const t = useTexts(users);
  const color = STATE_COLOURS.good[useStore(isDark) ? 'dark' : 'light'];
  if (allowed) return <CheckOutlined role="img" aria-label={t('allowed')} style={{ color, fontSize: 16 }} />;
  return <MinusOutlined role="img" aria-label={t('not_allowed')} style={{ opacity: 0.35 }} />;
}
