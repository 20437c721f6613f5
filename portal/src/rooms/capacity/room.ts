import { DashboardOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'capacity',
  title: { en: 'Capacity', 'zh-CN': '容量' },
  icon: DashboardOutlined,
  group: 'provider',
  order: 20,
  permission: 'tenants:read',
  area: 'provider',
  pages: [{ path: '/capacity', load: () => import('./capacity-page').then(({ CapacityPage: Page }) => ({ Page })) }],
});
