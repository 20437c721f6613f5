import { RollbackOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'callbacks',
  title: { en: 'Callbacks', 'zh-CN': '回呼' },
  icon: RollbackOutlined,
  group: 'work',
  order: 15,
  permission: 'callbacks:read',
  area: 'tenant',
  pages: [
    { path: '/callbacks', load: () => import('./callbacks-page').then(({ CallbacksPage: Page }) => ({ Page })) },
    { path: '/callbacks/$id', load: () => import('./callback-page').then(({ CallbackPage: Page }) => ({ Page })) },
  ],
});
