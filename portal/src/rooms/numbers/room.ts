import { NumberOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'numbers',
  title: { en: 'Numbers', 'zh-CN': '号码' },
  icon: NumberOutlined,
  group: 'routing',
  order: 10,
  permission: 'numbers:read',
  area: 'tenant',
  pages: [
    { path: '/numbers', load: () => import('./numbers-page').then(({ NumbersPage: Page }) => ({ Page })) },
    { path: '/numbers/$id', load: () => import('./number-page').then(({ NumberPage: Page }) => ({ Page })) },
  ],
});
