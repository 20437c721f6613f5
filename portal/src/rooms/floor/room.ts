import { DashboardOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'floor',
  title: { en: 'Floor', 'zh-CN': '现场' },
  icon: DashboardOutlined,
  group: 'now',
  order: 10,
  permission: 'live:read',
  area: 'tenant',
  pages: [{ path: '/floor', load: () => import('./floor-page').then(({ FloorPage: Page }) => ({ Page })) }],
});
