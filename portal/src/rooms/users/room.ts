import { TeamOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'users',
  title: { en: 'Users and roles', 'zh-CN': '用户与角色' },
  icon: TeamOutlined,
  group: 'people',
  order: 30,
  permission: 'users:read',
  area: 'tenant',
  pages: [
    { path: '/users', load: () => import('./users-page').then(({ UsersPage: Page }) => ({ Page })) },
    { path: '/users/roles', load: () => import('./roles-page').then(({ RolesPage: Page }) => ({ Page })) },
    { path: '/users/$id', load: () => import('./user-page').then(({ UserPage: Page }) => ({ Page })) },
  ],
});
