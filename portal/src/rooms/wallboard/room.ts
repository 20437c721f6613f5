import { FundProjectionScreenOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'wallboard',
  title: { en: 'Wallboard', 'zh-CN': '大屏' },
  icon: FundProjectionScreenOutlined,
  group: 'now',
  order: 30,
  permission: 'live:read',
  area: 'tenant',
  frame: 'bare',
  pages: [{ path: '/wallboard', load: () => import('./wallboard-page').then(({ WallboardPage: Page }) => ({ Page })) }],
});
