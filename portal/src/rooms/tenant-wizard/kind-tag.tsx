import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from '../../state/store';
import { isDark } from '../../theme/appearance';
import { STATE_COLOURS, type StateColour } from '../../theme/theme';
import type { Kind } from './plan-groups';

const SIGNS: Record<Kind, string> = { add: '+', change: '~', remove: '−' };
const COLOURS: Record<Kind, StateColour> = { add: 'good', change: 'busy', remove: 'bad' };

/** What becomes of something: by sign, word and colour. */
export function KindTag({ kind, isNothing = false, children }: { kind: Kind; isNothing?: boolean; children: ReactNode }) {
  const colour = STATE_COLOURS[isNothing ? 'idle' : COLOURS[kind]][useStore(isDark) ? 'dark' : 'light'];
  return (
    <Tag variant="outlined" className="figures" style={{ color: colour, borderColor: colour, background: 'transparent', marginInlineEnd: 0 }}>
      <span aria-hidden>{SIGNS[kind]} </span>
      {children}
    </Tag>
  );
}
