import { theme } from 'antd';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/define-texts';
import { duration } from '../texts/formats';
import type { PausedSpan } from './paused-spans';
import { recording } from './texts';

interface WaveformProps {
  peaks: number[];
  seconds: number;
  position: number;
  pauses: PausedSpan[];
  onSeek: (seconds: number) => void;
}

const HEIGHT = 88;
const STEP = 5;
const LEAP = 30;

/** The recording as a picture that is a slider: by pointer, by arrow keys, Page Up and Down, Home and End. */
export function Waveform({ peaks, seconds, position, pauses, onSeek }: WaveformProps) {
  const t = useTexts(recording);
  const { token } = theme.useToken();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  useEffect(() => {
    const colours = { played: token.colorPrimary, ahead: token.colorTextQuaternary, paused: token.colorWarning, cursor: token.colorText };
    if (canvas.current && width > 0) draw(canvas.current, width, { peaks, played: position / seconds, pauses: pauses.map(({ from, to }) => [from / seconds, to / seconds]) }, colours);
  }, [peaks, seconds, position, pauses, width, token]);
  const toPointer = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, width: whole } = event.currentTarget.getBoundingClientRect();
    onSeek(((event.clientX - left) / whole) * seconds);
  };
  const onKey = (event: KeyboardEvent) => {
    const to = targetOf(event.key, position, seconds);
    if (to === null) return;
    event.preventDefault();
    onSeek(to);
  };
  return (
    <canvas
      ref={canvas}
      role="slider"
      tabIndex={0}
      aria-label={t('position')}
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={Math.round(position)}
      aria-valuetext={t('position_of', { position: duration(position), length: duration(seconds) })}
      style={{ width: '100%', height: HEIGHT, cursor: 'pointer', touchAction: 'pan-y', borderRadius: 6 }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        toPointer(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && toPointer(event)}
      onKeyDown={onKey}
    />
  );
}

function targetOf(key: string, position: number, seconds: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return position + STEP;
    case 'ArrowLeft':
    case 'ArrowDown':
      return position - STEP;
    case 'PageUp':
      return position + LEAP;
    case 'PageDown':
      return position - LEAP;
    case 'Home':
      return 0;
    case 'End':
      return seconds;
    default:
      return null;
  }
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Everything as shares of the whole, 0 to 1. */
interface Picture {
  peaks: number[];
  played: number;
  pauses: [from: number, to: number][];
}

function draw(canvas: HTMLCanvasElement, width: number, { peaks, played, pauses }: Picture, colours: Record<'played' | 'ahead' | 'paused' | 'cursor', string>): void {
  const ratio = devicePixelRatio;
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(HEIGHT * ratio)];
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(ratio, ratio);
  pen.clearRect(0, 0, width, HEIGHT);
  const bars = Math.max(1, Math.floor(width / 3));
  for (let bar = 0; bar < bars; bar += 1) {
    const peak = Math.max(...peaks.slice(Math.floor((bar * peaks.length) / bars), Math.floor(((bar + 1) * peaks.length) / bars) || undefined), 0);
    const height = Math.max(2, peak * (HEIGHT - 12));
    pen.fillStyle = bar / bars < played ? colours.played : colours.ahead;
    pen.fillRect(bar * 3, (HEIGHT - height) / 2, 2, height);
  }
  pen.strokeStyle = colours.paused;
  for (const [from, to] of pauses) hatch(pen, from * width, Math.max(from * width + 3, to * width));
  pen.fillStyle = colours.cursor;
  pen.fillRect(Math.min(width - 2, played * width), 0, 2, HEIGHT);
}

/** Hatched, so that it is not told by colour alone. */
function hatch(pen: CanvasRenderingContext2D, from: number, to: number): void {
  pen.save();
  pen.beginPath();
  pen.rect(from, 4, to - from, HEIGHT - 8);
  pen.stroke();
  pen.clip();
  for (let x = from - HEIGHT; x < to; x += 7) {
    pen.beginPath();
    pen.moveTo(x, HEIGHT);
    pen.lineTo(x + HEIGHT, 0);
    pen.stroke();
  }
  pen.restore();
}
