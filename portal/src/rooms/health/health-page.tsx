import { Alert, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { moment, timeOfDay } from '../../texts/formats';
import type { StateColour } from '../../theme/theme';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { StateDot } from '../../ui/state-dot';
import { figuresText } from './figures-text';
import { healthTexts } from './texts';

type Check = Schemas['HealthCheckDto'];

const COLOURS: Record<Check['state'], StateColour> = { good: 'good', warn: 'warn', bad: 'bad', off: 'idle' };

export function HealthPage() {
  const t = useTexts(healthTexts);
  const query = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/health', { signal })),
    refetchInterval: 5_000,
  });
  const { data, error } = query;
  const about = data ? t('version', { version: data.version, since: moment(data.started_at, undefined) }) : t('about');
  return (
    <RoomPage title={t('title')} about={about}>
      {data && error && <Alert type="error" showIcon title={t('lost', { at: timeOfDay(data.at, undefined) })} />}
      {data && !error && <Summary checks={data.checks} />}
      <ListTable<Check>
        query={query}
        rows={data?.checks}
        columns={[
          { title: t('check'), key: 'check', render: (_, { id }) => <b>{t(id)}</b> },
          { title: t('state'), key: 'state', render: (_, { state }) => <StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot> },
          { title: t('measured'), key: 'measured', render: (_, check) => <span className="figures">{figuresText(t, check)}</span> },
          {
            title: t('todo'),
            key: 'todo',
            width: 420,
            render: (_, { id, state }) => (isTrouble(state) || (state === 'off' && id === 'mails')) && <Typography.Text style={{ whiteSpace: 'normal' }}>{t(`${id}_todo`)}</Typography.Text>,
          },
        ]}
      />
    </RoomPage>
  );
}

function Summary({ checks }: { checks: Check[] }) {
  const t = useTexts(healthTexts);
  const troubled = checks.filter(({ state }) => isTrouble(state));
  if (troubled.length === 0) return <Alert type="success" showIcon role="status" title={t('all_good')} />;
  const isBad = troubled.some(({ state }) => state === 'bad');
  return <Alert type={isBad ? 'error' : 'warning'} showIcon role="status" title={t('trouble', { count: troubled.length })} description={troubled.map(({ id }) => t(id)).join(', ')} />;
}

function isTrouble(state: Check['state']): boolean {
  return state === 'warn' || state === 'bad';
}
