import { CheckOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { noteDraft } from '../../data/note-draft';
import { useCodeChoice } from '../../data/wrap-up-codes';
import { useServerNow } from '../../live/use-server-now';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { Pane } from '../../ui/pane';
import { ProblemAlert } from '../../ui/problem-alert';
import { StateDot } from '../../ui/state-dot';
import { type LastCall, lastCall } from './last-call';
import { desktop } from './texts';

interface WrapUpCardProps {
  last: LastCall;
  agent: Schemas['AgentDto'];
  /** Until when no other call is offered; null where that is over. */
  until: string | null;
  /** Another call rings or goes on already. */
  hasNext: boolean;
}

/** A call that is over, until its agent is done with it. */
export function WrapUpCard({ last: { call, endedAt }, agent, until, hasNext }: WrapUpCardProps) {
  const t = useTexts(desktop);
  const now = useServerNow();
  const party = call.direction === 'inbound' ? call.from : call.to;
  const wrapsUp = until !== null && agent.status !== 'on_break';
  const { required } = useCodeChoice(call.queue);
  const { code } = useStore(noteDraft(call.uuid, agent.number).state);
  // once its time is over, the wrap-up ends without
  const isCodeMissing = until !== null && required && code === null;
  const finishing = useMutation({
    mutationFn: async () => {
      await noteDraft(call.uuid, agent.number).flush();
      if (until !== null) await answerOf(api.DELETE('/v1/me/agent/wrap-up', {}));
    },
    onSuccess: () => lastCall.set(null),
  });
  return (
    <Pane
      title={<StateDot colour="idle">{wrapsUp ? t('wrap_up') : t('call_over')}</StateDot>}
      extra={wrapsUp && <span className="figures" style={{ fontSize: 20 }} data-figure="wrap-up-left">{duration((Date.parse(until) - now) / 1000 + 0.999)}</span>}
    >
      <Flex vertical gap={16} align="flex-start">
        <div>
          <Typography.Title level={2} className="figures" style={{ margin: 0, fontSize: 24 }} data-party>{party}</Typography.Title>
          <Typography.Text type="secondary" className="figures">{[call.queue, t('talked', { time: duration((endedAt - Date.parse(call.talking_since ?? call.started_at)) / 1000) })].filter(Boolean).join(' · ')}</Typography.Text>
        </div>
        <Typography.Text>{wrapsUp ? t('wrap_up_hint') : t('wrap_up_over')}</Typography.Text>
        {isCodeMissing && <Typography.Text strong id="code-missing">{t('code_missing')}</Typography.Text>}
        <Button type={hasNext ? 'default' : 'primary'} size="large" icon={<CheckOutlined />} disabled={isCodeMissing} {...(isCodeMissing && { 'aria-describedby': 'code-missing' })} loading={finishing.isPending} onClick={() => finishing.mutate()}>
          {wrapsUp && agent.status === 'available' ? t('done_ready') : t('done')}
        </Button>
        <ProblemAlert error={finishing.error} />
      </Flex>
    </Pane>
  );
}
