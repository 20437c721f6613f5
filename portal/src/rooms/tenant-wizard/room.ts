import { BuildOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'tenant-wizard',
  title: { en: 'Tenant wizard', 'zh-CN': '租户向导' },
  icon: BuildOutlined,
  group: 'provider',
  order: 11,
  permission: 'tenants:write',
  area: 'provider',
  hidden: true,
  pages: [
    { path: '/tenants/new', load: () => import('./new-tenant-page').then(({ NewTenantPage: Page }) => ({ Page })) },
    { path: '/tenants/$id/change', load: () => import('./change-tenant-page').then(({ ChangeTenantPage: Page }) => ({ Page })) },
  ],
});
