import type { Schemas } from '../api/types';

/** A stretch of silence in a recording, in seconds of it. */
export interface PausedSpan {
  from: number;
  to: number;
  /** Whether it lasted to the end of the call. */
  toEnd: boolean;
}

type Recording = Pick<Schemas['RecordingDto'], 'started_at' | 'duration_seconds' | 'pauses'>;

/** Where a recording holds silence, because somebody asked for it: card data must not be kept. */
export function pausedSpans({ started_at: started, duration_seconds: length, pauses }: Recording): PausedSpan[] {
  const within = (at: string) => Math.min(length, Math.max(0, (Date.parse(at) - Date.parse(started)) / 1000));
  return pauses.map(({ paused_at: from, resumed_at: to }) => ({
    from: within(from), to: to === null ? length : within(to), toEnd: to === null,
  }));
}
