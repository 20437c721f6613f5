import { FlagOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'teams',
  title: { en: 'Teams', 'zh-CN': '团队' },
  icon: FlagOutlined,
  group: 'people',
  order: 15,
  permission: 'agents:read',
  area: 'tenant',
  pages: [
    { path: '/teams', load: () => import('./teams-page').then(({ TeamsPage: Page }) => ({ Page })) },
    { path: '/teams/$id', load: () => import('./team-page').then(({ TeamPage: Page }) => ({ Page })) },
  ],
});
