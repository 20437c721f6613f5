import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { Button, Flex, Slider, Typography } from 'antd';
import { ProblemError } from '../api/problem';
import { defineTexts, useTexts } from '../texts/define-texts';
import { duration } from '../texts/formats';
import { ProblemAlert } from './problem-alert';
import { useAudio } from './use-audio';

const texts = defineTexts(
  'sound-player',
  { play: 'Play: {{what}}', pause: 'Pause: {{what}}', position: 'Position: {{what}}', unplayable: 'It could not be played.' },
  { play: '播放：{{what}}', pause: '暂停：{{what}}', position: '播放位置：{{what}}', unplayable: '无法播放。' },
);

interface PlayerProps {
  /** Another one is another sound. */
  of: string;
  /** For whoever does not see where it stands. */
  what: string;
  /** As far as it is known before it is fetched. */
  seconds?: number;
  /** Where there is little room: a button alone. */
  small?: true;
  disabled?: boolean;
  load: (signal: AbortSignal) => Promise<Blob>;
}

/** Plays in place, from where one likes. */
export function SoundPlayer({ of, what, seconds: known = 0, small, disabled = false, load }: PlayerProps) {
  const t = useTexts(texts);
  const heard = useAudio(of, load);
  const label = heard.playing ? t('pause', { what }) : t('play', { what });
  const button = (
    <Button
      shape="circle"
      {...(!small && { type: 'primary' as const })}
      size={small ? 'small' : 'middle'}
      icon={heard.playing ? <PauseOutlined /> : <CaretRightOutlined />}
      aria-label={label}
      title={heard.state === 'failed' ? t('unplayable') : label}
      danger={heard.state === 'failed'}
      disabled={disabled}
      loading={heard.state === 'loading'}
      onClick={heard.toggle}
    />
  );
  if (small) return button;
  const seconds = heard.seconds || known;
  return (
    <Flex vertical gap={8}>
      <Flex align="center" gap={12}>
        {button}
        <Slider
          style={{ flex: 1, margin: '0 6px' }}
          min={0}
          max={Math.max(seconds, 0.1)}
          step={0.1}
          value={heard.position}
          disabled={heard.state !== 'ready'}
          ariaLabelForHandle={t('position', { what })}
          tooltip={{ formatter: (at = 0) => duration(at) }}
          onChange={heard.seek}
        />
        <Typography.Text className="figures" style={{ whiteSpace: 'nowrap' }}>{duration(heard.position)} / {duration(seconds)}</Typography.Text>
      </Flex>
      {heard.state === 'failed' && (
        heard.error instanceof ProblemError ? <ProblemAlert error={heard.error} /> : <Typography.Text type="danger">{t('unplayable')}</Typography.Text>
      )}
    </Flex>
  );
}
