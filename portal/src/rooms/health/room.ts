import { HeartOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'health',
  title: { en: 'Health', 'zh-CN': '健康状态' },
  icon: HeartOutlined,
  group: 'provider',
  order: 50,
  permission: 'operations:read',
  area: 'provider',
  pages: [{ path: '/health-checks', load: () => import('./health-page').then(({ HealthPage: Page }) => ({ Page })) }],
});
