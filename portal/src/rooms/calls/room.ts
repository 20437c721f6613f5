import { PhoneOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'calls',
  title: { en: 'Calls', 'zh-CN': '通话' },
  icon: PhoneOutlined,
  group: 'work',
  order: 10,
  permission: 'calls:read',
  area: 'tenant',
  pages: [
    { path: '/calls', load: () => import('./calls-page').then(({ CallsPage: Page }) => ({ Page })) },
    { path: '/calls/$id', load: () => import('./call-page').then(({ CallPage: Page }) => ({ Page })) },
  ],
});
