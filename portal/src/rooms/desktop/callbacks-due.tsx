import { Flex, Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useServerNow } from '../../live/use-server-now';
import { useTenant } from '../../session/tenant';
import { defineTexts, useTexts } from '../../texts/define-texts';
import { duration, integer, shortMoment } from '../../texts/formats';
import { BadText } from '../../ui/bad-text';
import { Pane } from '../../ui/pane';

/** Beside what shows it, which most desktops never load. */
const texts = defineTexts(
  'callbacks-due',
  {
    title: 'Callbacks due',
    hint: 'They are dialled by themselves: your phone rings as soon as it is your turn.',
    waits: 'waits {{time}}',
    promised: 'promised by {{at}}',
    rung: 'to be tried again',
    missed: 'promise of {{at}} missed',
    more: 'and {{count}} more',
    earliest: 'Earliest promise: {{at}}',
    earliest_missed: 'Earliest promise: {{at}}, missed',
  },
  {
    title: '待回呼',
    hint: '系统会自动呼叫：轮到您时，您的电话将振铃。',
    waits: '已等待 {{time}}',
    promised: '承诺时限 {{at}}',
    rung: '待重拨',
    missed: '已超过承诺时限 {{at}}',
    more: '另有 {{count}} 个',
    earliest: '最早承诺时限：{{at}}',
    earliest_missed: '最早承诺时限：{{at}}，已超时',
  },
);

type Waiting = Schemas['OwnCallbacksDto'];

/** Who waits to be called back by the agent's queues, the longest first. */
export function CallbacksDue({ waiting: { waiting, longest, next_promised_by: earliest } }: { waiting: Waiting }) {
  const t = useTexts(texts);
  const others = waiting - longest.length;
  return (
    <Pane title={t('title')} extra={<Typography.Text strong className="figures" data-figure="callbacks-due">{integer(waiting)}</Typography.Text>}>
      {earliest !== null && <Earliest at={earliest} />}
      <Flex vertical gap={10} component="ul" aria-label={t('title')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {longest.map((each, nth) => <li key={nth}><Due callback={each} /></li>)}
      </Flex>
      {others > 0 && <Typography.Paragraph type="secondary" style={{ margin: '10px 0 0' }}>{t('more', { count: others })}</Typography.Paragraph>}
      <Typography.Paragraph type="secondary" style={{ margin: '10px 0 0', fontSize: 13 }}>{t('hint')}</Typography.Paragraph>
    </Pane>
  );
}

/** It may be none of the longest: promises differ. */
function Earliest({ at }: { at: string }) {
  const t = useTexts(texts);
  const shown = shortMoment(at, useTenant().data?.timezone);
  const isMissed = Date.parse(at) < useServerNow();
  return (
    <Typography.Paragraph className="figures" style={{ margin: '0 0 12px' }}>
      {isMissed ? <BadText>{t('earliest_missed', { at: shown })}</BadText> : t('earliest', { at: shown })}
    </Typography.Paragraph>
  );
}

function Due({ callback: { queue, place_at: place, promised_by: promised, promise } }: { callback: Waiting['longest'][number] }) {
  const t = useTexts(texts);
  const zone = useTenant().data?.timezone;
  const now = useServerNow();
  const at = shortMoment(promised, zone);
  return (
    <Flex vertical className="figures">
      <Flex justify="space-between" gap={8}>
        <Typography.Text strong>{queue}</Typography.Text>
        <span style={{ whiteSpace: 'nowrap' }}>{t('waits', { time: duration((now - Date.parse(place)) / 1000) })}</span>
      </Flex>
      <span style={{ fontSize: 13 }}>
        {promise === 'broken' ? <BadText>{t('missed', { at })}</BadText> : <Typography.Text type="secondary" style={{ fontSize: 13 }}>{promise === 'kept' ? t('rung') : t('promised', { at })}</Typography.Text>}
      </span>
    </Flex>
  );
}
