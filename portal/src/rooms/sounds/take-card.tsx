import { PlusOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Card, Empty, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { listenToTake } from '../../data/sounds';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { bytes, moment } from '../../texts/formats';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { SoundPlayer } from '../../ui/sound-player';
import { type Language, putTake, type Take, type TakeValues } from './take';
import { TakeFields } from './take-fields';
import { sounds } from './texts';

interface TakeCardProps {
  soundId: string;
  etag: string;
  language: Language;
  take: Take | undefined;
  isLast: boolean;
}

/** A sound in one language: heard, replaced, taken away. */
export function TakeCard({ soundId, etag, language, take, isLast }: TakeCardProps) {
  const t = useTexts(sounds);
  const mayWrite = useMay('sounds:write');
  const [changing, setChanging] = useState(false);
  const remove = () =>
    answerOf(api.DELETE('/v1/sounds/{id}/takes/{language}', { params: { path: { id: soundId, language }, header: { 'If-Match': etag } } }));
  const acts = mayWrite && (
    <Flex gap={4}>
      <Button type={take ? 'text' : 'default'} icon={take ? <SwapOutlined /> : <PlusOutlined />} aria-label={`${take ? t('replace') : t('add')}: ${t(language)}`} onClick={() => setChanging(true)}>
        {take ? t('replace') : t('add')}
      </Button>
      {take && <RemoveButton question={isLast ? t('remove_question') : t('remove_take')} label={t(language)} remove={remove} />}
    </Flex>
  );
  return (
    <Card title={t(language)} extra={acts} style={{ height: '100%' }}>
      {take ? <Heard soundId={soundId} take={take} /> : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={isLast ? t('no_take') : t('no_take_at_all')} />}
      <ObjectDrawer<TakeValues>
        title={`${take ? t('replace') : t('add')}: ${t(language)}`}
        open={changing}
        onClose={() => setChanging(false)}
        width={560}
        initial={take?.source === 'spoken' ? { source: 'text', text: take.text ?? '' } : { source: 'file' }}
        save={(values) => putTake(soundId, language, etag, values)}
      >
        {(form) => (
          <>
            {take && <Typography.Paragraph type="secondary">{t('replace_hint')}</Typography.Paragraph>}
            <TakeFields form={form} language={language} />
          </>
        )}
      </ObjectDrawer>
    </Card>
  );
}

function Heard({ soundId, take }: { soundId: string; take: Take }) {
  const t = useTexts(sounds);
  const zone = useTenant().data?.timezone;
  const { language, source, text, file_name: fileName } = take;
  return (
    <Flex vertical gap={12}>
      <SoundPlayer
        of={`${soundId} ${language} ${take.revision}`}
        what={t(language)}
        seconds={take.duration_ms / 1000}
        load={(signal) => listenToTake(soundId, language, signal)}
      />
      {text !== null && <Typography.Paragraph style={{ margin: 0, overflowWrap: 'anywhere' }}>{text}</Typography.Paragraph>}
      <Typography.Text type="secondary" className="figures" style={{ overflowWrap: 'anywhere' }}>
        {[source === 'spoken' ? t('spoken') : t('uploaded'), ...(fileName === null ? [] : [fileName]), bytes(take.bytes), moment(take.changed_at, zone)].join(' · ')}
      </Typography.Text>
    </Flex>
  );
}
