import { MessageOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'notices',
  title: { en: 'Notices', 'zh-CN': '通知' },
  icon: MessageOutlined,
  group: 'work',
  order: 17,
  permission: 'calls:read',
  area: 'tenant',
  pages: [{ path: '/notices', load: () => import('./notices-page').then(({ NoticesPage: Page }) => ({ Page })) }],
});
