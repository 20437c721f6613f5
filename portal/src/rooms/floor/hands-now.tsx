import { Button, Card, Flex, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { agentLabel } from '../../data/agents';
import { useTopicName } from '../../data/hand-topics';
import type { LiveHand } from '../../live/messages';
import { isOverdue } from '../../live/overdue';
import { Since } from '../../live/since';
import { useServerNow } from '../../live/use-server-now';
import type { LiveFloor } from '../../live/use-floor';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { StateDot } from '../../ui/state-dot';
import { useHands } from './floor-parts';
import { handsInOrder } from './hands-order';
import { floor as texts } from './texts';

/** Who calls for help: those of one's own teams first. Nothing while all hands are down. */
export function HandsNow({ floor }: { floor: LiveFloor }) {
  const t = useTexts(texts);
  const hands = handsInOrder([...useHands(floor).values()]);
  return (
    // there before the first hand, so that a screen reader tells of it
    <div role="status" style={hands.length === 0 ? { display: 'contents' } : {}}>
      {hands.length > 0 && (
        <Card title={`${t('hands')} (${hands.length})`}>
          <Flex vertical gap={14} component="ul" aria-label={t('hands')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {hands.map((hand) => <li key={hand.id} data-hand={hand.state}><Hand hand={hand} floor={floor} /></li>)}
          </Flex>
        </Card>
      )}
    </div>
  );
}

function Hand({ hand, floor }: { hand: LiveHand; floor: LiveFloor }) {
  const [t, nameOf] = [useTexts(texts), useTopicName()];
  const agent = floor.get()?.agents.get(hand.agent);
  return (
    <Flex gap={16} wrap align="center" justify="space-between">
      <Flex vertical gap={2} style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Flex gap={10} wrap align="baseline">
          <Typography.Text strong>{agent ? agentLabel(agent) : hand.agent}</Typography.Text>
          <Typography.Text>{nameOf(hand.topic)}</Typography.Text>
          <span className="figures"><Since at={hand.raised_at} /></span>
          {hand.for_me && <Typography.Text type="secondary">{t('hand_for_me')}</Typography.Text>}
        </Flex>
        {hand.text && <Typography.Text type="secondary" style={{ overflowWrap: 'anywhere' }}>{hand.text}</Typography.Text>}
        <State hand={hand} />
      </Flex>
      {useMay('agents:status') && <Acts hand={hand} />}
    </Flex>
  );
}

function State({ hand }: { hand: LiveHand }) {
  const t = useTexts(texts);
  const now = useServerNow();
  if (hand.state === 'taken') return <StateDot colour="good">{t('hand_taken', { name: hand.taken_by })}</StateDot>;
  return isOverdue(hand, now) ? <StateDot colour="bad">{t('hand_overdue')}</StateDot> : <StateDot colour="warn">{t('hand_raised')}</StateDot>;
}

function Acts({ hand: { id, state, agent } }: { hand: LiveHand }) {
  const t = useTexts(texts);
  const params = { path: { id } };
  const taking = useMutation({ mutationFn: () => answerOf(api.POST('/v1/hands/{id}/taken', { params })) });
  const closing = useMutation({ mutationFn: (resolved: boolean) => answerOf(api.POST('/v1/hands/{id}/closed', { params, body: { resolved } })) });
  return (
    <Flex vertical gap={8}>
      <Flex gap={8} wrap>
        {state === 'raised' && <Button type="primary" aria-label={`${t('take_hand')}: ${agent}`} loading={taking.isPending} onClick={() => taking.mutate()}>{t('take_hand')}</Button>}
        {state === 'taken' && <Button type="primary" aria-label={`${t('hand_resolved')}: ${agent}`} loading={closing.isPending} onClick={() => closing.mutate(true)}>{t('hand_resolved')}</Button>}
        {state === 'taken' && <Button aria-label={`${t('hand_unresolved')}: ${agent}`} disabled={closing.isPending} onClick={() => closing.mutate(false)}>{t('hand_unresolved')}</Button>}
      </Flex>
      <ProblemAlert error={taking.error ?? closing.error} />
    </Flex>
  );
}
