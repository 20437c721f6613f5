import { ScheduleOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'calendars',
  title: { en: 'Opening hours', 'zh-CN': '营业时间' },
  icon: ScheduleOutlined,
  group: 'routing',
  order: 30,
  permission: 'numbers:read',
  area: 'tenant',
  pages: [
    { path: '/calendars', load: () => import('./calendars-page').then(({ CalendarsPage: Page }) => ({ Page })) },
    { path: '/calendars/$id', load: () => import('./calendar-page').then(({ CalendarPage: Page }) => ({ Page })) },
  ],
});
