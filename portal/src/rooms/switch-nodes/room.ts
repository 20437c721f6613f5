import { ClusterOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'switch-nodes',
  title: { en: 'Switch nodes', 'zh-CN': '交换节点' },
  icon: ClusterOutlined,
  group: 'provider',
  order: 30,
  permission: 'operations:read',
  area: 'provider',
  pages: [{ path: '/switch-nodes', load: () => import('./switch-nodes-page').then(({ SwitchNodesPage: Page }) => ({ Page })) }],
});
