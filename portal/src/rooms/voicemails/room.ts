import { AudioOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'voicemails',
  title: { en: 'Voicemails', 'zh-CN': '语音留言' },
  icon: AudioOutlined,
  group: 'work',
  order: 16,
  permission: 'voicemails:read',
  area: 'tenant',
  pages: [
    { path: '/voicemails', load: () => import('./voicemails-page').then(({ VoicemailsPage: Page }) => ({ Page })) },
    { path: '/voicemails/$id', load: () => import('./voicemail-page').then(({ VoicemailPage: Page }) => ({ Page })) },
  ],
});
