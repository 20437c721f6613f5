import { ExpandOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, ConfigProvider, Flex, theme } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AGENT_STATES, agentStateOf } from '../../live/agent-state';
import { connection } from '../../live/connection';
import { type FloorView, queuesNow } from '../../live/floor';
import { serviceLevelToday } from '../../live/service-level';
import { type TeamChoice, useTeamChoice } from '../../live/team-choice';
import { TeamSelect, teamTexts } from '../../live/team-select';
import { useFloor } from '../../live/use-floor';
import { useServerNow } from '../../live/use-server-now';
import { useTenant } from '../../session/tenant';
import { Splash } from '../../shell/splash';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { duration, integer, percent, timeOfDay } from '../../texts/formats';
import { wallboard } from './texts';
import './wallboard.css';

/** Whatever the rest of the portal looks like. */
const DARK = { algorithm: theme.darkAlgorithm };

/** For a screen on the wall: dark, large, and read from ten metres. */
export function WallboardPage() {
  const view = useFloor();
  const choice = useTeamChoice();
  if (!view) return <Splash />;
  return (
    <main className="wallboard">
      <Head choice={choice} />
      <Figures view={view} />
      <Flex gap="2vw" flex={1} wrap>
        <Queues view={view} />
        <Agents view={view} choice={choice} />
      </Flex>
    </main>
  );
}

function Head({ choice }: { choice: TeamChoice }) {
  const t = useTexts(wallboard);
  const now = useServerNow();
  const { data } = useTenant();
  const state = useStore(connection.state);
  const lost = state.status === 'connecting' && state.since !== null ? duration((now - state.since) / 1000) : null;
  return (
    <header className="wallboard-head">
      <h1>{data?.name}</h1>
      {lost && <strong className="wallboard-stale" role="alert">{t('stale', { ago: lost })}</strong>}
      <span className="figures">{timeOfDay(new Date(now).toISOString(), data?.timezone)}</span>
      <ConfigProvider theme={DARK}>
        <Flex gap={8} wrap>
          <TeamSelect choice={choice} />
          <Button icon={<ExpandOutlined />} aria-label={t('full_screen')} onClick={() => void document.documentElement.requestFullscreen()} />
          <Link to="/" style={{ display: 'inline-flex' }}><Button icon={<RollbackOutlined />} aria-label={t('back')} /></Link>
        </Flex>
      </ConfigProvider>
    </header>
  );
}

function Figures({ view }: { view: FloorView }) {
  const t = useTexts(wallboard);
  const now = useServerNow();
  const queues = useMemo(() => queuesNow(view), [view]);
  const { data } = useQuery(serviceLevelToday);
  const waiting = sum(queues.map((queue) => queue.waiting));
  const first = queues.flatMap(({ firstWaitingSince: since }) => (since === null ? [] : [Date.parse(since)]));
  const longest = first.length > 0 ? (now - Math.min(...first)) / 1000 : 0;
  const { contract, permille = null } = data ?? {};
  const limit = contract?.answer_seconds ?? Number.POSITIVE_INFINITY;
  const missed = permille !== null && contract && permille < contract.target * 10;
  return (
    <section className="wallboard-figures figures">
      <Figure label={t('waiting')} value={integer(waiting)} tone={waiting > 0 ? 'warn' : 'calm'} />
      <Figure label={t('longest_wait')} value={waiting > 0 ? duration(longest) : '–'} tone={longest > limit ? 'bad' : 'calm'} />
      <Figure
        label={t('service_level')}
        value={percent(permille === null ? null : permille / 1000)}
        note={contract ? t('target', { target: contract.target, seconds: contract.answer_seconds }) : undefined}
        tone={missed ? 'bad' : permille === null ? 'calm' : 'good'}
      />
      <Figure label={t('talking')} value={integer(sum(queues.map((queue) => queue.talking)))} tone="calm" />
      <Figure label={t('answered')} value={integer(data?.answered ?? 0)} tone="calm" />
      <Figure label={t('abandoned')} value={integer(data?.abandoned ?? 0)} tone="calm" />
    </section>
  );
}

function Figure({ label, value, note, tone }: { label: string; value: string; note?: string | undefined; tone: 'calm' | 'good' | 'warn' | 'bad' }) {
  return (
    <div className={`wallboard-figure wallboard-${tone}`}>
      <div className="wallboard-label">{label}</div>
      <div className="wallboard-value">{value}</div>
      <div className="wallboard-note">{note ?? ' '}</div>
    </div>
  );
}

function Queues({ view }: { view: FloorView }) {
  const t = useTexts(wallboard);
  const now = useServerNow();
  const rows = useMemo(() => [...queuesNow(view)].sort((a, b) => b.waiting - a.waiting || a.name.localeCompare(b.name)), [view]);
  return (
    <section className="wallboard-panel" style={{ flex: '2 1 420px' }}>
      <table className="figures">
        <thead><tr><th>{t('queues')}</th><th>{t('waiting')}</th><th>{t('longest_wait')}</th><th>{t('talking')}</th></tr></thead>
        <tbody>
          {rows.slice(0, 12).map(({ name, waiting, firstWaitingSince: since, talking }) => (
            <tr key={name} className={waiting > 0 ? 'wallboard-warn' : ''}>
              <td>{name}</td><td>{integer(waiting)}</td><td>{since === null ? '–' : duration((now - Date.parse(since)) / 1000)}</td><td>{integer(talking)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Agents({ view: { agents }, choice: { value, teams, filter } }: { view: FloorView; choice: TeamChoice }) {
  const [t, words] = [useTexts(wallboard), useTexts(teamTexts)];
  const states = useMemo(() => [...agents.values()].filter(({ team_id: id }) => filter?.(id) ?? true).map(agentStateOf), [agents, filter]);
  const named = value === 'mine' || value === 'none' ? words(value) : teams.find(({ team }) => team.id === value)?.team.name;
  return (
    <section className="wallboard-panel" style={{ flex: '1 1 280px' }}>
      <table className="figures">
        <thead><tr><th>{[t('agents'), named].filter(Boolean).join(' · ')}</th><th>{integer(states.length)}</th></tr></thead>
        <tbody>
          {AGENT_STATES.map((state) => (
            <tr key={state} className={`wallboard-state-${state}`}><td>{t(`state_${state}`)}</td><td>{integer(states.filter((each) => each === state).length)}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
