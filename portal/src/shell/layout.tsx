import { Drawer, Grid, Layout as Frame } from 'antd';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { softphone } from '../phone/page-phone';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { Header } from './header';
import { Navigation } from './navigation';
import { shell } from './texts';

const PhoneDock = lazy(() => import('../phone/phone-dock').then(({ PhoneDock: each }) => ({ default: each })));
const NARROW = 232;

/** Navigation on the left (behind a button on a small screen), who and where on top, the room below. */
export function Layout() {
  const t = useTexts(shell);
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  const isOnThePhone = useStore(softphone.calls).length > 0;
  return (
    <Frame style={{ minHeight: '100%' }}>
      <a className="skip-link" href="#content">{t('skip')}</a>
      {wide && (
        <Frame.Sider width={NARROW} style={{ position: 'sticky', top: 0, height: '100vh', overflow: 'auto' }}>
          <Navigation />
        </Frame.Sider>
      )}
      <Drawer open={open && !wide} placement="left" size={264} onClose={() => setOpen(false)} title={t('menu')} styles={{ body: { padding: 0 } }}>
        <Navigation onChosen={() => setOpen(false)} />
      </Drawer>
      <Frame>
        <Header onMenu={wide ? undefined : () => setOpen(true)} />
        <main id="content" tabIndex={-1} style={{ padding: wide ? 24 : 12, outline: 'none', minWidth: 0 }}>
          <Outlet />
        </main>
        {isOnThePhone && <Suspense><PhoneDock /></Suspense>}
      </Frame>
    </Frame>
  );
}
