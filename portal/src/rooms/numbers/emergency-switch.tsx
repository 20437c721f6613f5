import { AlertOutlined, EditOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { type Emergency, emergencyQuery } from '../../data/emergency';
import { orNull, SOUND_NAME, SoundInput, soundInput } from '../../data/sound-input';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { AskButton } from '../../ui/ask-button';
import { ObjectDrawer } from '../../ui/object-drawer';
import { emergencyTexts } from './emergency-texts';
import { OwnSoundPlayer } from './own-sound-player';

type Values = Schemas['StartEmergencyDto'];

/** Begins an emergency, where there is none and one may; asks for its message and its reason first. */
export function EmergencySwitch() {
  const t = useTexts(emergencyTexts);
  const mayWrite = useMay('emergency:write');
  const { data } = useQuery(emergencyQuery());
  const [open, setOpen] = useState(false);
  return (
    <>
      {mayWrite && data?.active === false && <Button danger icon={<AlertOutlined />} onClick={() => setOpen(true)}>{t('start')}</Button>}
      <ObjectDrawer<Values>
        title={t('start')}
        open={open}
        onClose={() => setOpen(false)}
        action={t('start_now')}
        danger
        initial={{ message: null }}
        save={start}
      >
        {() => (
          <>
            <Alert type="warning" showIcon title={t('what')} description={t('stays')} style={{ marginBottom: 24 }} />
            <Fields />
          </>
        )}
      </ObjectDrawer>
    </>
  );
}

/** Whoever was second is told so, and sees what the first one said. */
function start(body: Values): Promise<Emergency> {
  return answerOf(api.PUT('/v1/emergency', { body })).finally(() => void queries.invalidateQueries({ queryKey: ['emergency'] }));
}

function change(body: Values): Promise<Emergency> {
  return answerOf(api.PATCH('/v1/emergency', { body })).finally(() => void queries.invalidateQueries({ queryKey: ['emergency'] }));
}

function Fields() {
  const [t, sounds] = [useTexts(emergencyTexts), useTexts(soundInput)];
  const message = Form.useWatch<string | null | undefined>('message');
  return (
    <>
      <Form.Item name="message" label={t('message')} extra={t('message_hint')} normalize={orNull} rules={[{ pattern: SOUND_NAME, message: sounds('rule') }]}>
        <SoundInput placeholder={t('built_in')} />
      </Form.Item>
      {message && <div style={{ marginBottom: 24 }}><OwnSoundPlayer name={message} /></div>}
      <Form.Item name="reason" label={t('reason')} extra={t('reason_hint')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

/** What callers hear as long as it lasts, another message, and the way out. */
export function EmergencyCard() {
  const t = useTexts(emergencyTexts);
  const mayWrite = useMay('emergency:write');
  const { data } = useQuery(emergencyQuery());
  const [changing, setChanging] = useState(false);
  if (!data?.active) return null;
  const end = () => answerOf(api.DELETE('/v1/emergency'));
  return (
    <Card
      title={t('running')}
      extra={mayWrite && (
        <Flex gap={8} wrap>
          <Button icon={<EditOutlined />} onClick={() => setChanging(true)}>{t('change')}</Button>
          <AskButton type="primary" question={t('end_question')} placement="bottomRight" act={end}>{t('end')}</AskButton>
        </Flex>
      )}
    >
      <Flex vertical gap={8} style={{ maxWidth: 480 }}>
        <span>{t('hears')}: <b>{data.message ?? t('built_in')}</b></span>
        {data.message !== null && <OwnSoundPlayer name={data.message} />}
      </Flex>
      <ObjectDrawer<Values>
        title={t('change')}
        open={changing}
        onClose={() => setChanging(false)}
        initial={{ message: data.message, reason: data.reason ?? '' }}
        save={change}
      >
        {() => <Fields />}
      </ObjectDrawer>
    </Card>
  );
}
