import { StarOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'skills',
  title: { en: 'Skills', 'zh-CN': '技能' },
  icon: StarOutlined,
  group: 'people',
  order: 16,
  permission: 'agents:read',
  area: 'tenant',
  pages: [
    { path: '/skills', load: () => import('./skills-page').then(({ SkillsPage: Page }) => ({ Page })) },
    { path: '/skills/$id', load: () => import('./skill-page').then(({ SkillPage: Page }) => ({ Page })) },
  ],
});
