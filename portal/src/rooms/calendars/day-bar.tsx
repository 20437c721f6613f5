import { theme } from 'antd';
import { type PointerEvent, useRef, useState } from 'react';
import { type DaySpan, MINUTES_A_DAY, type Weekday } from '../../data/opening-hours';
import { barOf, timeOf, type Week } from './week';

interface DayBarProps {
  week: Week;
  day: Weekday;
  /** What was drawn; left out, the bar only shows. */
  onDraw?: (span: DaySpan) => void;
  height?: number;
}

const STEP = 30;

/** A day from midnight to midnight with what is open; new hours are drawn on it. The fields beside it say the same, and can all of it. */
export function DayBar({ week, day, onDraw, height = 26 }: DayBarProps) {
  const { token } = theme.useToken();
  const bar = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ anchor: number; to: number } | null>(null);
  const minuteOf = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(MINUTES_A_DAY, Math.max(0, ((event.clientX - left) / width) * MINUTES_A_DAY));
  };
  const begin = (event: PointerEvent) => {
    if (!onDraw || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = minuteOf(event);
    setDrawn({ anchor: at, to: at });
  };
  const end = () => {
    const span = drawn && stretchOf(drawn);
    setDrawn(null);
    if (span && span.to - span.from >= STEP && Math.abs(drawn.to - drawn.anchor) > STEP / 3) onDraw?.({ open: timeOf(span.from), close: timeOf(span.to) });
  };
  const preview = drawn && stretchOf(drawn);
  return (
    <div
      ref={bar}
      aria-hidden
      data-bar={day}
      onPointerDown={begin}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: minuteOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrawn(null)}
      style={{
        position: 'relative', height, borderRadius: 6, overflow: 'hidden', background: token.colorFillTertiary, touchAction: onDraw ? 'pan-y' : 'auto',
        cursor: onDraw ? 'crosshair' : 'default', userSelect: 'none',
      }}
    >
      {[6, 12, 18].map((hour) => <Piece key={hour} from={hour * 60} to={hour * 60} style={{ borderInlineStart: `1px solid ${token.colorBorder}` }} />)}
      {barOf(week, day).map(({ from, to, carried }) => (
        <Piece key={`${from}-${to}-${carried}`} from={from} to={to} style={{ background: token.colorPrimary, opacity: carried ? 0.55 : 0.9 }} />
      ))}
      {preview && (
        <Piece from={preview.from} to={preview.to} style={{ background: token.colorPrimaryBg, border: `2px solid ${token.colorPrimary}`, boxSizing: 'border-box', fontSize: 11, textAlign: 'center', whiteSpace: 'nowrap' }}>
          {timeOf(preview.from)} – {timeOf(preview.to)}
        </Piece>
      )}
    </div>
  );
}

function Piece({ from, to, style, children }: { from: number; to: number; style: React.CSSProperties; children?: React.ReactNode }) {
  const share = (minutes: number) => `${(minutes / MINUTES_A_DAY) * 100}%`;
  return <div style={{ position: 'absolute', insetBlock: 0, insetInlineStart: share(from), width: share(to - from), pointerEvents: 'none', ...style }}>{children}</div>;
}

/** By half hours, whichever way it is drawn. */
function stretchOf({ anchor, to }: { anchor: number; to: number }): { from: number; to: number } {
  const [first, last] = [Math.min(anchor, to), Math.max(anchor, to)];
  return { from: Math.floor(first / STEP) * STEP, to: Math.ceil(last / STEP) * STEP };
}
