import { CheckCircleOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'wrap-up-codes',
  title: { en: 'Wrap-up codes', 'zh-CN': '小结代码' },
  icon: CheckCircleOutlined,
  group: 'routing',
  order: 45,
  permission: 'queues:write',
  area: 'tenant',
  pages: [{ path: '/wrap-up-codes', load: () => import('./wrap-up-codes-page').then(({ WrapUpCodesPage: Page }) => ({ Page })) }],
});
