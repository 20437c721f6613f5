import { Button, Flex, Typography } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment, timeOfDay } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { StateDot } from '../../ui/state-dot';
import { ui } from '../../ui/texts';
import { settings } from './texts';
import { useEventName } from './webhook-fields';

type Delivery = Schemas['WebhookDeliveryDto'];
const COLOURS = { pending: 'busy', delivered: 'good', dead: 'bad' } as const;

/** What an endpoint was told, what it answered, and what was sent. */
export function WebhookDeliveries({ id }: { id: string }) {
  const [t, words] = [useTexts(settings), useTexts(ui)];
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('webhooks:write');
  const nameOf = useEventName();
  const { query, rows, pager } = usePaged<Delivery>(['webhook-endpoints', id, 'deliveries'], (page, signal) =>
    answerOf(api.GET('/v1/webhook-endpoints/{id}/deliveries', { params: { path: { id }, query: page }, signal })),
  );
  return (
    <>
      <ListTable<Delivery>
        query={query}
        rows={rows}
        empty={t('no_deliveries')}
        title={() => (
          <Flex justify="space-between" align="center">
            <b>{t('deliveries')}</b>
            <Button size="small" loading={query.isFetching} onClick={() => void query.refetch()}>{words('reload')}</Button>
          </Flex>
        )}
        expandable={{ expandedRowRender: ({ body }) => <Body body={body} /> }}
        columns={[
          { title: t('at'), key: 'at', className: 'figures', render: (_, { created_at: at }) => moment(at, zone) },
          { title: t('event'), key: 'event', render: (_, { event }) => nameOf(event) },
          {
            title: t('state'),
            key: 'status',
            render: (_, { status, due_at: due }) => (
              <>
                <StateDot colour={COLOURS[status]}>{t(`status_${status}`)}</StateDot>
                {status === 'pending' && due && <Typography.Text type="secondary"> {t('next_at', { at: timeOfDay(due, zone) })}</Typography.Text>}
              </>
            ),
          },
          { title: t('attempts'), dataIndex: 'attempts', align: 'right', className: 'figures' },
          {
            title: t('answer'),
            key: 'answer',
            render: (_, { answer_status: answer, problem }) => <span style={{ display: 'inline-block', maxWidth: 280, whiteSpace: 'normal' }}>{[answer, problem].filter(Boolean).join(': ') || '–'}</span>,
          },
          { key: 'redeliver', align: 'right', render: (_, { id: delivery, status }) => mayWrite && status !== 'pending' && <Redeliver id={delivery} /> },
        ]}
      />
      {pager}
    </>
  );
}

function Redeliver({ id }: { id: string }) {
  const t = useTexts(settings);
  const sending = useMutation({ mutationFn: () => answerOf(api.POST('/v1/webhook-deliveries/{id}/redeliver', { params: { path: { id } } })) });
  return <Button size="small" loading={sending.isPending} danger={sending.isError} onClick={() => sending.mutate()}>{t('redeliver')}</Button>;
}

function Body({ body }: { body: string }) {
  const t = useTexts(settings);
  return <pre aria-label={t('sent_body')} style={{ position: 'sticky', left: 8, width: 'min(900px, calc(100vw - 72px))', margin: 0, overflow: 'auto', fontSize: 12 }}>{pretty(body)}</pre>;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
