import { Card, Flex, Segmented, Select, Tag, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { integer, moment, money } from '../../texts/formats';
import type { StateColour } from '../../theme/theme';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { StateDot } from '../../ui/state-dot';
import { CloseAll, CloseOne } from './close-buttons';
import { ClosingProgress } from './closing-progress';
import { useMonthName } from './month-name';
import { type MonthState, monthState, recentMonths, totals, usualMonth } from './month-state';
import { isTrouble, OutcomeText } from './outcome-text';
import { billing } from './texts';
import { useClosing } from './use-closing';

type TenantMonth = Schemas['TenantMonthDto'];

const COLOURS: Record<MonthState, StateColour> = { finalized: 'good', draft: 'idle', due: 'warn', running: 'idle' };

export function BillingMonthPage() {
  const [{ month = usualMonth(new Date()) }] = useFilters<{ month?: string }>();
  // what came of one month is not shown beside another
  return <Month key={month} period={month} />;
}

function Month({ period }: { period: string }) {
  const t = useTexts(billing);
  const [{ show = 'all' }, setFilters] = useFilters<{ month?: string; show?: string }>();
  const closing = useClosing(period);
  const query = useQuery({
    queryKey: ['billing-month', period],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/billing-month', { params: { query: { period } }, signal })),
  });
  const all = query.data?.tenants ?? [];
  // a month ends between two looks at it
  const now = query.dataUpdatedAt;
  const rows = query.data?.tenants.filter((row) => {
    if (show === 'open') return monthState(row, now) !== 'finalized';
    return show !== 'trouble' || isTrouble(closing.outcomes.get(row.id));
  });
  return (
    <RoomPage title={t('title')} about={t('about')} actions={<CloseAll period={period} months={all} closing={closing} now={now} />}>
      <Flex gap={12} wrap>
        <MonthChoice period={period} />
        <Segmented
          value={show}
          onChange={(next) => setFilters({ show: next })}
          options={(['all', 'open', 'trouble'] as const).map((value) => ({ value, label: t(`filter_${value}`) }))}
        />
      </Flex>
      <ClosingProgress closing={closing} />
      <Totals months={all} now={now} />
      <ListTable<TenantMonth>
        query={query}
        rows={rows}
        isNarrowed={show !== 'all'}
        empty={t('empty')}
        columns={[
          { title: t('tenant'), key: 'tenant', sorter: (a, b) => a.tenant.name.localeCompare(b.tenant.name), render: (_, { tenant }) => <Tenant tenant={tenant} /> },
          { title: t('state'), key: 'state', render: (_, row) => <State month={row} now={now} /> },
          { title: t('number'), key: 'number', render: (_, { invoice }) => <span className="figures">{invoice?.number ?? '–'}</span> },
          { title: t('total'), key: 'total', align: 'right', sorter: (a, b) => Number(BigInt(a.invoice?.payable_micro ?? 0) - BigInt(b.invoice?.payable_micro ?? 0)), render: (_, { invoice }) => <span className="figures">{invoice ? money(invoice.payable_micro, invoice.currency) : '–'}</span> },
          { title: t('lines'), key: 'lines', align: 'right', render: (_, { invoice }) => <span className="figures">{invoice ? integer(invoice.line_count) : '–'}</span> },
          { title: t('ends'), key: 'ends', render: (_, { ends_at: at }) => moment(at, undefined) },
          { title: t('outcome'), key: 'outcome', render: (_, row) => <OutcomeText outcome={closing.outcomes.get(row.id)} /> },
          { key: 'close', align: 'right', render: (_, row) => <CloseOne month={row} closing={closing} now={now} /> },
        ]}
      />
    </RoomPage>
  );
}

function MonthChoice({ period }: { period: string }) {
  const t = useTexts(billing);
  const [, setFilters] = useFilters<{ month?: string }>();
  const months = [...new Set([period, ...recentMonths(new Date())])].sort().reverse();
  const name = useMonthName();
  return (
    <Select
      aria-label={t('month')}
      value={period}
      style={{ minWidth: 180 }}
      options={months.map((value) => ({ value, label: name(value) }))}
      onChange={(month) => setFilters({ month })}
    />
  );
}

function Totals({ months, now }: { months: TenantMonth[]; now: number }) {
  const t = useTexts(billing);
  const final = months.filter((month) => monthState(month, now) === 'finalized').length;
  const drafts = months.filter(({ invoice }) => invoice?.state === 'draft').length;
  return (
    <Card styles={{ body: { padding: '14px 20px' } }}>
      <Flex gap={32} wrap align="center">
        <Typography.Text strong>{t('all')}</Typography.Text>
        {totals(months).map(([currency, micro]) => <span key={currency} className="figures" style={{ fontSize: 22 }}>{money(micro, currency)}</span>)}
        <span className="figures">{integer(final)} {t('count_final')} · {integer(drafts)} {t('count_draft')} · {integer(months.length - final - drafts)} {t('count_open')}</span>
      </Flex>
    </Card>
  );
}

function Tenant({ tenant: { id, name, removed } }: { tenant: TenantMonth['tenant'] }) {
  const t = useTexts(billing);
  if (removed) return <Flex gap={8}><span>{name}</span><Tag>{t('removed')}</Tag></Flex>;
  return <Link to={'/tenants/$id' as string} params={{ id } as never}>{name}</Link>;
}

function State({ month, now }: { month: TenantMonth; now: number }) {
  const t = useTexts(billing);
  const state = monthState(month, now);
  return <StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot>;
}
