import { ApiOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'api-keys',
  title: { en: 'API keys', 'zh-CN': 'API 密钥' },
  icon: ApiOutlined,
  group: 'settings',
  order: 20,
  permission: 'api-keys:read',
  area: 'tenant',
  pages: [{ path: '/api-keys', load: () => import('./api-keys-page').then(({ ApiKeysPage: Page }) => ({ Page })) }],
});
