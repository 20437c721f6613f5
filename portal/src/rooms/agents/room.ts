import { TeamOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'agents',
  title: { en: 'Agents', 'zh-CN': '坐席' },
  icon: TeamOutlined,
  group: 'people',
  order: 10,
  permission: 'agents:read',
  area: 'tenant',
  pages: [
    { path: '/agents', load: () => import('./agents-page').then(({ AgentsPage: Page }) => ({ Page })) },
    { path: '/agents/import', load: () => import('./import-page').then(({ ImportPage: Page }) => ({ Page })) },
    { path: '/agents/$id', load: () => import('./agent-page').then(({ AgentPage: Page }) => ({ Page })) },
  ],
});
