import { ApartmentOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'queues',
  title: { en: 'Queues', 'zh-CN': '队列' },
  icon: ApartmentOutlined,
  group: 'routing',
  order: 20,
  permission: 'queues:read',
  area: 'tenant',
  pages: [
    { path: '/queues', load: () => import('./queues-page').then(({ QueuesPage: Page }) => ({ Page })) },
    { path: '/queues/$id', load: () => import('./queue-page').then(({ QueuePage: Page }) => ({ Page })) },
  ],
});
