import { definePanel } from '../../call-panels';

export const panel = definePanel({
  id: 'customer',
  title: { en: 'Customer', 'zh-CN': '客户' },
  order: 5,
  place: 'always',
  permission: 'agents:own-status',
  load: () => import('./customer').then(({ CustomerPanel: Panel }) => ({ Panel })),
});
