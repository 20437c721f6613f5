import { isDark } from '../theme/appearance';
import { STATE_COLOURS, type StateColour } from '../theme/theme';
import { useStore } from '../state/store';

/** A state by colour and word: never by colour alone. */
export function StateDot({ colour, children }: { colour: StateColour; children: React.ReactNode }) {
  const value = STATE_COLOURS[colour][useStore(isDark) ? 'dark' : 'light'];
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8, whiteSpace: 'nowrap' }}>
      <span aria-hidden style={{ width: 9, height: 9, borderRadius: '50%', background: value, flex: 'none' }} />
      <span>{children}</span>
    </span>
  );
}
