import { AudioMutedOutlined, AudioOutlined, NumberOutlined, PauseOutlined, PhoneOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { App, Button, Flex, Popover } from 'antd';
import type { PhoneCall } from './phone-line';
import { softphone } from './page-phone';
import { useTexts } from '../texts/define-texts';
import { phone } from './texts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** What the page's phone can do with a call. */
export function CallButtons({ line: { id, state, muted, direction } }: { line: PhoneCall }) {
  const t = useTexts(phone);
  const { message } = App.useApp();
  const line = softphone.line(id);
  const answer = () => softphone.answer(id).catch(() => message.error(t('no_microphone')));
  const hangUp = <Button danger type="primary" size="large" icon={<PhoneOutlined rotate={225} />} onClick={() => line?.hangUp()}>{state === 'ringing' ? t('decline') : t('hang_up')}</Button>;
  if (state === 'ringing' && direction === 'in') {
    return (
      <Flex gap={12}>
        <Button type="primary" size="large" autoFocus icon={<PhoneOutlined />} style={{ background: '#1a7f4b' }} onClick={() => void answer()}>{t('answer')}</Button>
        {hangUp}
      </Flex>
    );
  }
  const held = state === 'held';
  return (
    <Flex gap={8} wrap>
      {state !== 'calling' && (
        <>
          <Button size="large" icon={held ? <PlayCircleOutlined /> : <PauseOutlined />} aria-pressed={held} onClick={() => line?.setHeld(!held)}>{held ? t('resume') : t('hold')}</Button>
          <Button size="large" icon={muted ? <AudioMutedOutlined /> : <AudioOutlined />} aria-pressed={muted} onClick={() => line?.setMuted(!muted)}>{muted ? t('unmute') : t('mute')}</Button>
          <Popover trigger="click" content={<Keypad onPress={(key) => line?.press(key)} />}>
            <Button size="large" icon={<NumberOutlined />}>{t('keypad')}</Button>
          </Popover>
        </>
      )}
      {hangUp}
    </Flex>
  );
}

function Keypad({ onPress }: { onPress: (key: string) => void }) {
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 52px)', gap: 8 }}>
      {KEYS.map((key) => <Button key={key} size="large" onClick={() => onPress(key)}>{key}</Button>)}
    </div>
  );
}
