import './shell.css';
import { Grid } from 'antd';
import { Outlet } from '@tanstack/react-router';
import { type CSSProperties, lazy, Suspense, useState } from 'react';
import { softphone } from '../phone/page-phone';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { isDark } from '../theme/appearance';
import { CHOSEN } from '../theme/theme';
import { Header } from './header';
import { Navigation } from './navigation';
import { shell } from './texts';

const PhoneDock = lazy(() => import('../phone/phone-dock').then(({ PhoneDock: each }) => ({ default: each })));
/** Only a small screen needs it. */
const SideDrawer = lazy(() => import('./side-drawer').then(({ SideDrawer: each }) => ({ default: each })));

/** Navigation on the left (behind a button on a small screen), who and where on top, the room below. */
export function Layout() {
  const t = useTexts(shell);
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  const isOnThePhone = useStore(softphone.calls).length > 0;
  const chosen = { '--chosen': CHOSEN[useStore(isDark) ? 'dark' : 'light'] } as CSSProperties;
  return (
    <div className="frame" style={chosen}>
      <a className="skip-link" href="#content">{t('skip')}</a>
      {wide && <div className="frame-side"><Navigation /></div>}
      {!wide && <Suspense><SideDrawer open={open} onClose={() => setOpen(false)} /></Suspense>}
      <div className="frame-body">
        <Header onMenu={wide ? undefined : () => setOpen(true)} />
        <main id="content" tabIndex={-1} style={{ padding: wide ? 24 : 12, outline: 'none', minWidth: 0 }}>
          <Outlet />
        </main>
        {isOnThePhone && <Suspense><PhoneDock /></Suspense>}
      </div>
    </div>
  );
}
