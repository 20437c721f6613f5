import { BranchesOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'ivr-scripts',
  title: { en: 'IVR scripts', 'zh-CN': 'IVR 流程' },
  icon: BranchesOutlined,
  group: 'routing',
  order: 30,
  permission: 'ivr-scripts:read',
  area: 'tenant',
  pages: [
    { path: '/ivr-scripts', load: () => import('./ivr-scripts-page').then(({ IvrScriptsPage: Page }) => ({ Page })) },
    { path: '/ivr-scripts/$id', load: () => import('./ivr-script-page').then(({ IvrScriptPage: Page }) => ({ Page })) },
  ],
});
