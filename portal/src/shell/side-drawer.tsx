import { Drawer } from 'antd';
import type { CSSProperties } from 'react';
import { useStore } from '../state/store';
import { useTexts } from '../texts/define-texts';
import { isDark } from '../theme/appearance';
import { CHOSEN } from '../theme/theme';
import { Navigation } from './navigation';
import { shell } from './texts';

/** The navigation of a small screen. */
export function SideDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(shell);
  // it stands outside of the frame
  const chosen = { '--chosen': CHOSEN[useStore(isDark) ? 'dark' : 'light'] } as CSSProperties;
  return (
    <Drawer open={open} placement="left" size={264} onClose={onClose} title={t('menu')} styles={{ body: { padding: 0, ...chosen } }}>
      <Navigation onChosen={onClose} />
    </Drawer>
  );
}
