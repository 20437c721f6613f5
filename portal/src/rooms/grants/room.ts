import { SolutionOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'grants',
  title: { en: "Provider's access", 'zh-CN': '运营商访问' },
  icon: SolutionOutlined,
  group: 'settings',
  order: 30,
  permission: 'access-grants:read',
  area: 'tenant',
  pages: [{ path: '/grants', load: () => import('./grants-page').then(({ GrantsPage: Page }) => ({ Page })) }],
});
