import { BankOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'tenants',
  title: { en: 'Tenants', 'zh-CN': '租户' },
  icon: BankOutlined,
  group: 'provider',
  order: 10,
  permission: 'tenants:read',
  area: 'provider',
  pages: [
    { path: '/tenants', load: () => import('./tenants-page').then(({ TenantsPage: Page }) => ({ Page })) },
    { path: '/tenants/$id', load: () => import('./tenant-page').then(({ TenantPage: Page }) => ({ Page })) },
  ],
});
