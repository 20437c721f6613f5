import { BackwardOutlined, CaretRightOutlined, ForwardOutlined, PauseOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/define-texts';
import { duration } from '../texts/formats';
import type { Audio } from './audio';
import type { PausedSpan } from './paused-spans';
import { recording } from './texts';
import { Waveform } from './waveform';

const SPEEDS = [1, 1.25, 1.5, 2];
const STEP = 5;

export function Player({ audio: { url, seconds, peaks }, pauses }: { audio: Audio; pauses: PausedSpan[] }) {
  const t = useTexts(recording);
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const [position, setPosition] = usePosition(sound, playing);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const seek = (to: number) => {
    const within = Math.min(seconds, Math.max(0, to));
    if (sound.current) sound.current.currentTime = within;
    setPosition(within);
  };
  const toggle = () => (playing ? sound.current?.pause() : void sound.current?.play());
  const hasten = (next: number) => {
    setSpeed(next);
    if (sound.current) sound.current.playbackRate = next;
  };
  return (
    <Flex vertical gap={8}>
      <audio ref={sound} src={url} onPlay={() => setPlaying(true)} onPause={() => setPlaying(false)} />
      <Waveform peaks={peaks} seconds={seconds} position={position} pauses={pauses} onSeek={seek} />
      <Flex gap={8} wrap align="center">
        <Button icon={<BackwardOutlined />} aria-label={t('back')} title={t('back')} onClick={() => seek(position - STEP)} />
        <Button type="primary" shape="circle" icon={playing ? <PauseOutlined /> : <CaretRightOutlined />} aria-label={playing ? t('pause') : t('play')} onClick={toggle} />
        <Button icon={<ForwardOutlined />} aria-label={t('forward')} title={t('forward')} onClick={() => seek(position + STEP)} />
        <Typography.Text className="figures" style={{ minWidth: 96 }}>{duration(position)} / {duration(seconds)}</Typography.Text>
        <Segmented<number> aria-label={t('speed')} value={speed} onChange={hasten} options={SPEEDS.map((value) => ({ value, label: `${value}×` }))} />
      </Flex>
    </Flex>
  );
}

/** The audio element tells its time four times a second only: while it plays, it is asked at every picture. */
function usePosition(sound: React.RefObject<HTMLAudioElement | null>, playing: boolean): [number, (seconds: number) => void] {
  const [position, setPosition] = useState(0);
  useEffect(() => {
    if (!playing) return setPosition((before) => sound.current?.currentTime ?? before);
    let frame = requestAnimationFrame(function next() {
      setPosition(sound.current?.currentTime ?? 0);
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, sound]);
  return [position, setPosition];
}
