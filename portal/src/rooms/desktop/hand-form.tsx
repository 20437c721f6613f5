import { Button, Flex, Input, Typography } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { queries } from '../../api/queries';
import { handTopics, useTopicName } from '../../data/hand-topics';
import { useTexts } from '../../texts/define-texts';
import { ProblemAlert } from '../../ui/problem-alert';
import { ownHand } from './desktop-queries';
import { hand } from './hand-texts';

const LONGEST_TEXT = 200;

interface HandFormProps {
  callUuid: string | undefined;
  onRaised: () => void;
}

/** What help is needed for: a topic raises the hand. */
export function HandForm({ callUuid, onRaised }: HandFormProps) {
  const [t, nameOf] = [useTexts(hand), useTopicName()];
  const topics = useQuery(handTopics).data?.data.topics ?? [];
  const [text, setText] = useState('');
  const raising = useMutation({
    mutationFn: (topic: string) =>
      answerOf(api.POST('/v1/me/agent/hand', { body: { topic, ...(text.trim() !== '' && { text: text.trim() }), ...(callUuid && { call_uuid: callUuid }) } })),
    onSuccess: (after) => {
      queries.setQueryData(ownHand.queryKey, after);
      onRaised();
    },
  });
  return (
    <Flex vertical gap={8} role="group" aria-label={t('topic')}>
      <Input aria-label={t('text')} placeholder={t('text')} maxLength={LONGEST_TEXT} value={text} onChange={({ target }) => setText(target.value)} />
      <Typography.Text type="secondary">{callUuid ? t('topic_call') : t('topic')}</Typography.Text>
      <Flex gap={8} wrap>
        {topics.map(({ code }) => <Button key={code} size="small" disabled={raising.isPending} onClick={() => raising.mutate(code)}>{nameOf(code)}</Button>)}
      </Flex>
      <ProblemAlert error={raising.error} />
    </Flex>
  );
}
