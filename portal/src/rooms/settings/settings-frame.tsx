import type { ReactNode } from 'react';
import type { Permission } from '../../api/types';
import { session, may, signedIn } from '../../session/session';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { PageTabs } from '../../ui/page-tabs';
import { RoomPage } from '../../ui/room-page';
import { settings } from './texts';

const TABS = [
  { path: '/settings', label: 'company' },
  { path: '/settings/sign-in', label: 'sign_in', permission: 'sign-in-policy:read' },
  { path: '/settings/retention', label: 'retention', permission: 'retention:read' },
  { path: '/settings/erasures', label: 'erasures', permission: 'retention:read' },
  { path: '/settings/webhooks', label: 'webhooks', permission: 'webhooks:read' },
  { path: '/settings/breaks', label: 'breaks', permission: 'live:read' },
  { path: '/settings/branding', label: 'branding' },
] as const satisfies readonly { path: string; label: string; permission?: Permission }[];

interface SettingsFrameProps {
  about: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The tabs that somebody's role opens, and one of them. */
export function SettingsFrame({ about, actions, children }: SettingsFrameProps) {
  const t = useTexts(settings);
  const me = signedIn(useStore(session.state));
  const open = TABS.filter((tab) => !('permission' in tab) || may(me, tab.permission));
  return (
    <RoomPage title={t('title')} about={about} actions={actions}>
      <PageTabs label={t('title')} tabs={open.map(({ path, label }) => ({ path, label: t(label) }))} />
      {children}
    </RoomPage>
  );
}
