import { CustomerServiceOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'desktop',
  title: { en: 'Agent desktop', 'zh-CN': '坐席桌面' },
  icon: CustomerServiceOutlined,
  group: 'now',
  order: 5,
  permission: 'agents:own-status',
  area: 'agent',
  pages: [{ path: '/desktop', load: () => import('./desktop-page').then(({ DesktopPage: Page }) => ({ Page })) }],
});
