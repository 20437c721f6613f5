import { InboxOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'number-stock',
  title: { en: 'Number stock', 'zh-CN': '号码库存' },
  icon: InboxOutlined,
  group: 'provider',
  order: 25,
  permission: 'number-stock:read',
  area: 'provider',
  pages: [{ path: '/number-stock', load: () => import('./number-stock-page').then(({ NumberStockPage: Page }) => ({ Page })) }],
});
