import type { ReactNode } from 'react';
import { useTexts } from '../../texts/define-texts';
import { PageTabs } from '../../ui/page-tabs';
import { RoomPage } from '../../ui/room-page';
import { tariff } from './texts';

export function TariffFrame({ children }: { children: ReactNode }) {
  const t = useTexts(tariff);
  const tabs = [
    { path: '/tariff', label: t('prices') },
    { path: '/tariff/contract', label: t('contract') },
    { path: '/tariff/calling-plan', label: t('calling_plan') },
  ];
  return (
    <RoomPage title={t('title')} about={t('about')}>
      <PageTabs label={t('title')} tabs={tabs} />
      {children}
    </RoomPage>
  );
}
