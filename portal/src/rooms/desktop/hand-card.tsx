import { Button, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { connection } from '../../live/connection';
import { useTexts } from '../../texts/define-texts';
import { Pane } from '../../ui/pane';
import { ownHand } from './desktop-queries';
import { desktop } from './texts';

/** Most of the time the hand is down. */
const HandForm = lazy(() => import('./hand-form').then(({ HandForm: each }) => ({ default: each })));
const HandUp = lazy(() => import('./hand-up').then(({ HandUp: each }) => ({ default: each })));

interface HandCardProps {
  agent: Schemas['AgentDto'];
  /** The switch's name of the call that goes on, or is just over. */
  callUuid: string | undefined;
}

/** Calls a supervisor, and shows who comes. */
export function HandCard({ agent, callUuid }: HandCardProps) {
  const t = useTexts(desktop);
  const [open, setOpen] = useState(false);
  const { data } = useQuery(ownHand);
  useEffect(() => connection.listen((message) => {
    if (message.type === 'hand' && message.hand.agent === agent.number) void queries.invalidateQueries({ queryKey: ownHand.queryKey });
  }), [agent.number]);
  if (data?.hand) return <Suspense><HandUp hand={data.hand} /></Suspense>;
  if (agent.status === 'logged_out') return null;
  return (
    <Pane>
      <Flex vertical gap={10}>
        <Button block aria-expanded={open} onClick={() => setOpen(!open)}>{t('raise_hand')}</Button>
        {open && <Suspense><HandForm callUuid={callUuid} onRaised={() => setOpen(false)} /></Suspense>}
      </Flex>
    </Pane>
  );
}
