import { TagsOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'segments',
  title: { en: 'Segments', 'zh-CN': '客户分级' },
  icon: TagsOutlined,
  group: 'routing',
  order: 40,
  permission: 'segments:read',
  area: 'tenant',
  pages: [{ path: '/segments', load: () => import('./segments-page').then(({ SegmentsPage: Page }) => ({ Page })) }],
});
