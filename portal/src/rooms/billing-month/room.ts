import { AuditOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'billing-month',
  title: { en: 'Closing the month', 'zh-CN': '月结' },
  icon: AuditOutlined,
  group: 'provider',
  order: 40,
  permission: 'billing-months:read',
  area: 'provider',
  pages: [{ path: '/billing-month', load: () => import('./billing-month-page').then(({ BillingMonthPage: Page }) => ({ Page })) }],
});
