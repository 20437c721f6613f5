import { SettingOutlined } from '@ant-design/icons';
import { defineRoom } from '../../rooms';

export const room = defineRoom({
  id: 'settings',
  title: { en: 'Settings', 'zh-CN': '设置' },
  icon: SettingOutlined,
  group: 'settings',
  order: 10,
  permission: 'sign-in-policy:read',
  area: 'tenant',
  pages: [
    { path: '/settings', load: () => import('./company-page').then(({ CompanyPage: Page }) => ({ Page })) },
    { path: '/settings/sign-in', load: () => import('./sign-in-page').then(({ SignInSettingsPage: Page }) => ({ Page })) },
    { path: '/settings/retention', load: () => import('./retention-page').then(({ RetentionPage: Page }) => ({ Page })) },
    { path: '/settings/erasures', load: () => import('./erasures-page').then(({ ErasuresPage: Page }) => ({ Page })) },
    { path: '/settings/webhooks', load: () => import('./webhooks-page').then(({ WebhooksPage: Page }) => ({ Page })) },
    { path: '/settings/webhooks/$id', load: () => import('./webhook-page').then(({ WebhookPage: Page }) => ({ Page })) },
    { path: '/settings/breaks', load: () => import('./breaks-page').then(({ BreaksPage: Page }) => ({ Page })) },
    { path: '/settings/branding', load: () => import('./branding-page').then(({ BrandingPage: Page }) => ({ Page })) },
  ],
});
