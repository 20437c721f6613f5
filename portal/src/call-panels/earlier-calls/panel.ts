import { definePanel } from '../../call-panels';

export const panel = definePanel({
  id: 'earlier-calls',
  title: { en: 'Earlier calls', 'zh-CN': '历史来电' },
  order: 10,
  place: 'tab',
  permission: 'agents:own-status',
  load: () => import('./earlier-calls').then(({ EarlierCalls: Panel }) => ({ Panel })),
});
