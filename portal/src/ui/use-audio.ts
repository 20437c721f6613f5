import { useEffect, useRef, useState } from 'react';

interface Heard {
  state: 'idle' | 'loading' | 'ready' | 'failed';
  playing: boolean;
  /** Seconds. */
  position: number;
  seconds: number;
  error: unknown;
  toggle(): void;
  seek(to: number): void;
}

/** One plays at a time. */
let current: HTMLAudioElement | null = null;

/** A sound that is fetched when it is first asked for, and again when `key` tells that it is another one. */
export function useAudio(key: string, load: (signal: AbortSignal) => Promise<Blob>): Heard {
  const element = useRef<HTMLAudioElement | null>(null);
  const [state, setState] = useState<Heard['state']>('idle');
  const [error, setError] = useState<unknown>(null);
  const [playing, setPlaying] = useState(false);
  const [[position, seconds], setPlace] = useState<[number, number]>([0, 0]);
  const asking = useRef<AbortController | null>(null);

  useEffect(() => {
    setState('idle');
    setPlaying(false);
    setPlace([0, 0]);
    return () => {
      asking.current?.abort();
      element.current?.pause();
      if (element.current) URL.revokeObjectURL(element.current.src);
      element.current = null;
    };
  }, [key]);

  const begin = async () => {
    setState('loading');
    setError(null);
    const control = new AbortController();
    asking.current = control;
    try {
      const audio = new Audio(URL.createObjectURL(await load(control.signal)));
      const place = () => setPlace([audio.currentTime, Number.isFinite(audio.duration) ? audio.duration : 0]);
      for (const event of ['timeupdate', 'loadedmetadata', 'seeked']) audio.addEventListener(event, place);
      for (const event of ['pause', 'ended']) audio.addEventListener(event, () => setPlaying(false));
      audio.addEventListener('play', () => {
        if (current !== audio) current?.pause();
        current = audio;
        setPlaying(true);
      });
      if (control.signal.aborted) return;
      element.current = audio;
      await audio.play();
      setState('ready');
    } catch (reason) {
      if (control.signal.aborted) return;
      setError(reason);
      setState('failed');
    }
  };

  const toggle = () => {
    const audio = element.current;
    if (!audio) return void (state !== 'loading' && begin());
    if (playing) audio.pause();
    else void audio.play();
  };
  const seek = (to: number) => {
    if (element.current) element.current.currentTime = to;
    setPlace([to, seconds]);
  };
  return { state, playing, position, seconds, error, toggle, seek };
}
