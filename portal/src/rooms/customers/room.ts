import { UserOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'customers',
  title: { en: 'Customers', 'zh-CN': '客户' },
  icon: UserOutlined,
  group: 'work',
  order: 20,
  permission: 'customers:read',
  area: 'tenant',
  pages: [
    { path: '/customers', load: () => import('./customers-page').then(({ CustomersPage: Page }) => ({ Page })) },
    { path: '/customers/import', load: () => import('./import-page').then(({ ImportPage: Page }) => ({ Page })) },
    { path: '/customers/$id', load: () => import('./customer-page').then(({ CustomerPage: Page }) => ({ Page })) },
  ],
});
