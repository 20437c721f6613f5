import { Button, Flex, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { useTopicName } from '../../data/hand-topics';
import { Since } from '../../live/since';
import { useTexts } from '../../texts/define-texts';
import { Pane } from '../../ui/pane';
import { ProblemAlert } from '../../ui/problem-alert';
import { StateDot } from '../../ui/state-dot';
import { ownHand } from './desktop-queries';
import { hand as texts } from './hand-texts';

/** For what it is up, since when, and who comes. */
export function HandUp({ hand }: { hand: Schemas['HandDto'] }) {
  const [t, nameOf] = [useTexts(texts), useTopicName()];
  const lowering = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/me/agent/hand', {})),
    onSuccess: () => queries.setQueryData(ownHand.queryKey, { hand: null }),
  });
  const isTaken = hand.state === 'taken';
  return (
    <Pane title={t('up')} extra={<span className="figures"><Since at={hand.raised_at} /></span>}>
      <Flex vertical gap={8} align="flex-start" data-own-hand={hand.state}>
        <Typography.Text strong>{nameOf(hand.topic)}</Typography.Text>
        {hand.text && <Typography.Text type="secondary" style={{ overflowWrap: 'anywhere' }}>{hand.text}</Typography.Text>}
        <span role="status"><StateDot colour={isTaken ? 'good' : 'warn'}>{isTaken ? t('taken', { name: hand.taken_by }) : t('waits')}</StateDot></span>
        <Button size="small" loading={lowering.isPending} onClick={() => lowering.mutate()}>{t('lower')}</Button>
        <ProblemAlert error={lowering.error} />
      </Flex>
    </Pane>
  );
}
