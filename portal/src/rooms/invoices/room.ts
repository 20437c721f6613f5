import { AccountBookOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'invoices',
  title: { en: 'Invoices', 'zh-CN': '账单' },
  icon: AccountBookOutlined,
  group: 'money',
  order: 10,
  permission: 'invoices:read',
  area: 'tenant',
  pages: [
    { path: '/invoices', load: () => import('./invoices-page').then(({ InvoicesPage: Page }) => ({ Page })) },
    { path: '/invoices/$id', load: () => import('./invoice-page').then(({ InvoicePage: Page }) => ({ Page })) },
    { path: '/invoices/$id/lines/$lineId', load: () => import('./line-page').then(({ LinePage: Page }) => ({ Page })) },
  ],
});
