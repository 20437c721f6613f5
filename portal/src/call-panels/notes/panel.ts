import { definePanel } from '../../call-panels';

export const panel = definePanel({
  id: 'notes',
  title: { en: 'My note', 'zh-CN': '我的备注' },
  order: 20,
  place: 'always',
  permission: 'agents:own-status',
  load: () => import('./notes').then(({ Notes: Panel }) => ({ Panel })),
});
