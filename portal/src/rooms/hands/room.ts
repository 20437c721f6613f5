import { NotificationOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'hands',
  title: { en: 'Raised hands', 'zh-CN': '举手记录' },
  icon: NotificationOutlined,
  group: 'people',
  order: 18,
  permission: 'agents:read',
  area: 'tenant',
  pages: [{ path: '/hands', load: () => import('./hands-page').then(({ HandsPage: Page }) => ({ Page })) }],
});
