import { UserOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'account',
  title: { en: 'My account', 'zh-CN': '我的账户' },
  icon: UserOutlined,
  group: 'settings',
  order: 90,
  area: 'own',
  hidden: true,
  pages: [{ path: '/account', load: () => import('./account-page').then(({ AccountPage: Page }) => ({ Page })) }],
});
