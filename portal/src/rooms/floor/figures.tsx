import { Card, Flex, Statistic, theme, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { LiveCall } from '../../live/messages';
import { serviceLevelToday } from '../../live/service-level';
import { Since } from '../../live/since';
import type { TeamFilter } from '../../live/team-filter';
import type { LiveFloor } from '../../live/use-floor';
import { useTexts } from '../../texts/define-texts';
import { integer, percent } from '../../texts/formats';
import { countStates } from './agent-rows';
import { useAgentsNow, useCallsNow, useQueueNames } from './floor-parts';
import { floor as texts } from './texts';

type Part = { floor: LiveFloor };
type TeamPart = Part & { team: TeamFilter };

/** The figures that one looks for first. Each is a part of its own: a frame is not drawn for the sake of its number. */
export function Figures({ floor, team }: TeamPart) {
  const t = useTexts(texts);
  return (
    <Flex gap={16} wrap>
      <Figure title={t('waiting')} value={<Waiting floor={floor} />} id="waiting" />
      <Figure title={t('longest_wait')} value={<LongestWait floor={floor} />} id="longest-wait" />
      <Figure title={t('talking')} value={<Talking floor={floor} />} id="talking" />
      <ServiceLevel />
      <Figure title={t('ready')} value={<Ready floor={floor} team={team} />} id="ready" note={<SignedIn floor={floor} team={team} />} />
    </Flex>
  );
}

function Waiting({ floor }: Part) {
  const calls = useQueuedCalls(floor);
  return integer(calls.filter(({ waiting_since: since }) => since !== null).length);
}

function LongestWait({ floor }: Part) {
  const since = useQueuedCalls(floor).flatMap(({ waiting_since: each }) => (each === null ? [] : [each])).sort()[0];
  return since === undefined ? '–' : <Since at={since} />;
}

/** Callers in queues' calls, and those whom agents call: back, or of their own accord. */
function Talking({ floor }: Part) {
  const calls = useCallsNow(floor);
  return integer([...calls.values()].filter(({ state, direction }) => state === 'talking' && direction !== 'internal').length);
}

function Ready(part: TeamPart) {
  return integer(useStates(part).get('ready') ?? 0);
}

function SignedIn(part: TeamPart) {
  const signedIn = [...useStates(part)].filter(([state]) => state !== 'logged_out');
  return useTexts(texts)('of_signed_in', { count: signedIn.reduce((total, [, count]) => total + count, 0) });
}

/** Those of the queues that there are; a call between two desks is nobody's wait. */
function useQueuedCalls(floor: LiveFloor): LiveCall[] {
  const [queues, calls] = [useQueueNames(floor), useCallsNow(floor)];
  return useMemo(() => [...calls.values()].filter(({ queue }) => queue !== null && queues.includes(queue)), [queues, calls]);
}

function useStates({ floor, team }: TeamPart) {
  const agents = useAgentsNow(floor);
  return useMemo(() => countStates(agents, team), [agents, team]);
}

function ServiceLevel() {
  const t = useTexts(texts);
  const { data } = useQuery(serviceLevelToday);
  const { permille = null, contract } = data ?? {};
  const missed = permille !== null && contract && permille < contract.target * 10;
  const note = contract ? t('of_target', { target: contract.target, seconds: contract.answer_seconds }) : t('no_contract');
  return <Figure title={t('service_level')} value={percent(permille === null ? null : permille / 1000)} id="service-level" note={note} isBad={missed ?? false} />;
}

function Figure({ title, value, note, id, isBad = false }: { title: string; value: ReactNode; note?: ReactNode; id: string; isBad?: boolean }) {
  const { token } = theme.useToken();
  return (
    <Card style={{ flex: '1 1 150px' }} styles={{ body: { padding: '14px 20px' } }}>
      <Statistic className="figures" title={title} valueRender={() => value} data-figure={id} styles={{ content: isBad ? { color: token.colorError } : {} }} />
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>{note ?? ' '}</Typography.Text>
    </Card>
  );
}
