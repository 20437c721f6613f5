import './desktop.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { ProblemError } from '../../api/problem';
import { queries } from '../../api/queries';
import type { Schemas } from '../../api/types';
import { loadPanels } from '../../call-panels';
import { ownAgent } from '../../data/own-agent';
import { ownCall } from '../../data/own-call';
import { connection } from '../../live/connection';
import type { LiveMessage } from '../../live/messages';
import { useFloor } from '../../live/use-floor';
import { useOwnStatus } from '../../live/use-own-status';
import { softphone } from '../../phone/page-phone';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { StatusPage } from '../../ui/status-page';
import { CallCards } from './call-cards';
import { DayStrip } from './day-strip';
import { ownCallbacks, phoneChoice } from './desktop-queries';
import { HandCard } from './hand-card';
import { lastCall, useLastCall } from './last-call';
import { ownCalls } from './own-calls';
import { PhoneCard } from './phone-card';
import { StatusCard } from './status-card';
import { desktop } from './texts';

/** Only where somebody waits. */
const CallbacksDue = lazy(() => import('./callbacks-due').then(({ CallbacksDue: each }) => ({ default: each })));

/** Where an agent works: the figures of the day, the state and the phone on the left, the call and what is known of it. */
export function DesktopPage() {
  const t = useTexts(desktop);
  const query = useQuery(ownAgent);
  useOwnStatus(query.data, query.refetch);
  if (query.error instanceof ProblemError && query.error.is('not_found')) {
    return <StatusPage status="info" title={t('no_agent')} hint={t('no_agent_hint')} />;
  }
  return <Loaded query={query}>{(agent) => <Desktop agent={agent} />}</Loaded>;
}

function Desktop({ agent }: { agent: Schemas['AgentDto'] }) {
  const floor = useFloor();
  const extension = useQuery(phoneChoice).data?.extension ?? null;
  const callbacks = useQuery(ownCallbacks).data;
  const [lines, last] = [useStore(softphone.calls), useStore(lastCall)];
  const calls = useMemo(() => ownCalls([...(floor?.calls.values() ?? [])], agent.number, extension), [floor?.calls, agent.number, extension]);
  const seen = floor?.agents.get(agent.number);
  useEffect(loadPanels, []);
  useEffect(() => connection.listen((message) => askWhoRings(message, agent.number)), [agent.number]);
  useLastCall(calls);
  const isBusy = calls.length > 0 || lines.length > 0 || last !== null;
  return (
    <div className={isBusy ? 'desktop desktop-busy' : 'desktop'}>
      <div className="desktop-day"><DayStrip /></div>
      <div className="desktop-side">
        <StatusCard agent={agent} seen={seen} />
        <HandCard agent={agent} callUuid={(calls[0] ?? last?.call)?.uuid} />
        <PhoneCard agent={agent} />
        {callbacks && callbacks.waiting > 0 && <Suspense><CallbacksDue waiting={callbacks} /></Suspense>}
      </div>
      <div className="desktop-calls"><CallCards agent={agent} calls={calls} floor={floor} wrapUpUntil={seen?.wrap_up_until ?? null} /></div>
    </div>
  );
}

/** At once, while the page is still to be drawn: who calls is there with the card. */
function askWhoRings(message: LiveMessage, number: string): void {
  if (message.type !== 'call' || message.call.offered_to !== number || message.call.direction !== 'inbound') return;
  void queries.prefetchQuery(ownCall(message.call.uuid));
}
