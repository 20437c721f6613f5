import { SoundOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'sounds',
  title: { en: 'Sounds', 'zh-CN': '语音' },
  icon: SoundOutlined,
  group: 'routing',
  order: 40,
  permission: 'sounds:read',
  area: 'tenant',
  pages: [
    { path: '/sounds', load: () => import('./sounds-page').then(({ SoundsPage: Page }) => ({ Page })) },
    { path: '/sounds/$id', load: () => import('./sound-page').then(({ SoundPage: Page }) => ({ Page })) },
  ],
});
