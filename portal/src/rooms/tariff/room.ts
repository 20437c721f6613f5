import { TagsOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'tariff',
  title: { en: 'Tariff and contract', 'zh-CN': '资费与合同' },
  icon: TagsOutlined,
  group: 'money',
  order: 20,
  permission: 'tariffs:read',
  area: 'tenant',
  pages: [
    { path: '/tariff', load: () => import('./prices-page').then(({ PricesPage: Page }) => ({ Page })) },
    { path: '/tariff/contract', load: () => import('./contract-page').then(({ ContractPage: Page }) => ({ Page })) },
    { path: '/tariff/calling-plan', load: () => import('./calling-plan-page').then(({ CallingPlanPage: Page }) => ({ Page })) },
  ],
});
