import { CustomerServiceOutlined } from '@ant-design/icons';
import { Typography } from 'antd';
import { lazy, Suspense } from 'react';
import type { Schemas } from '../../api/types';
import type { FloorView } from '../../live/floor';
import type { LiveCall } from '../../live/messages';
import { softphone } from '../../phone/page-phone';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { Pane } from '../../ui/pane';
import { CallBeside } from './call-beside';
import { CallCard } from './call-card';
import { lastCall } from './last-call';
import { pairCalls } from './own-calls';
import { desktop } from './texts';
import { WrapUpCard } from './wrap-up-card';

/** Only once the page is a phone. */
const Dialler = lazy(() => import('./dialler').then(({ Dialler: each }) => ({ default: each })));

interface CallCardsProps {
  agent: Schemas['AgentDto'];
  calls: LiveCall[];
  floor: FloorView | null;
  wrapUpUntil: string | null;
}

/** Calls of this agent, each with what can be done with it and what is known of it; and a place to dial where there is none. */
export function CallCards({ agent, calls, floor, wrapUpUntil }: CallCardsProps) {
  const lines = useStore(softphone.calls);
  const last = useStore(lastCall);
  const pairs = pairCalls(calls, lines);
  const isDone = last === null || calls.some(({ uuid }) => uuid === last.call.uuid);
  return (
    <>
      {pairs.map(({ key, call, line }) => (
        <section key={key} className="desktop-call" data-call={call?.uuid}>
          <CallCard call={call} line={line} other={lines.find(({ id }) => id !== line?.id) ?? null} floor={floor} />
          {call && call.direction !== 'internal' && <CallBeside call={{ ...call, isOver: false }} />}
        </section>
      ))}
      {!isDone && (
        <section key={last.call.uuid} className="desktop-call" data-call={last.call.uuid}>
          <WrapUpCard last={last} agent={agent} until={wrapUpUntil} hasNext={pairs.length > 0} />
          <CallBeside call={{ ...last.call, isOver: true }} />
        </section>
      )}
      {pairs.length === 0 && isDone && <Quiet agent={agent} />}
    </>
  );
}

function Quiet({ agent }: { agent: Schemas['AgentDto'] }) {
  const t = useTexts(desktop);
  const { status } = useStore(softphone.state);
  return (
    <Pane>
      <div className="quiet">
        <CustomerServiceOutlined aria-hidden />
        <Typography.Text strong>{t('quiet')}</Typography.Text>
        <Typography.Text type="secondary">{agent.status === 'available' ? t('quiet_ready') : t('quiet_not_ready')}</Typography.Text>
        {status === 'ready' && <Suspense><Dialler /></Suspense>}
      </div>
    </Pane>
  );
}
