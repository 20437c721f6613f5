import type { ReactNode } from 'react';
import { useTexts } from '../../texts/define-texts';
import { PageTabs } from '../../ui/page-tabs';
import { RoomPage } from '../../ui/room-page';
import { users } from './texts';

export function UsersFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useTexts(users);
  return (
    <RoomPage title={t('title')} about={t('about')} actions={actions}>
      <PageTabs label={t('title')} tabs={[{ path: '/users', label: t('people') }, { path: '/users/roles', label: t('roles') }]} />
      {children}
    </RoomPage>
  );
}
