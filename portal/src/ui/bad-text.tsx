import type { ReactNode } from 'react';
import { useStore } from '../state/store';
import { isDark } from '../theme/appearance';
import { STATE_COLOURS } from '../theme/theme';

/** What is wrong, said in words, with contrast on both grounds. */
export function BadText({ children }: { children: ReactNode }) {
  return <span style={{ color: STATE_COLOURS.bad[useStore(isDark) ? 'dark' : 'light'] }}>{children}</span>;
}
