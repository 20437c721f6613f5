import { AuditOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'audit',
  title: { en: 'Audit log', 'zh-CN': '审计日志' },
  icon: AuditOutlined,
  group: 'settings',
  order: 40,
  permission: 'audit:read',
  area: 'tenant',
  pages: [{ path: '/audit', load: () => import('./audit-page').then(({ AuditPage: Page }) => ({ Page })) }],
});
