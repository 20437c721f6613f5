import { CustomerServiceOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'seats',
  title: { en: 'Seats', 'zh-CN': '席位' },
  icon: CustomerServiceOutlined,
  group: 'people',
  order: 20,
  permission: 'seats:read',
  area: 'tenant',
  pages: [
    { path: '/seats', load: () => import('./seats-page').then(({ SeatsPage: Page }) => ({ Page })) },
    { path: '/seats/$id', load: () => import('./seat-page').then(({ SeatPage: Page }) => ({ Page })) },
  ],
});
