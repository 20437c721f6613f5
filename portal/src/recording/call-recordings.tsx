import { DownloadOutlined, LockOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Space, Switch, Tag, Tooltip, Typography } from 'antd';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { PAGE_SIZE } from '../api/all-pages';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/types';
import { useMay } from '../session/use-may';
import { useTexts } from '../texts/define-texts';
import { bytes, duration, moment } from '../texts/formats';
import { Loaded } from '../ui/loaded';
import { ProblemAlert } from '../ui/problem-alert';
import { RemoveButton } from '../ui/remove-button';
import { download, listenTo } from './audio';
import { Listen } from './listen';
import { type PausedSpan, pausedSpans } from './paused-spans';
import { recording } from './texts';

type Recording = Schemas['RecordingDto'];

const recordingsOf = (callId: string) =>
  queryOptions({
    queryKey: ['recordings', { callId }],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/recordings', { params: { query: { call_id: callId, limit: PAGE_SIZE } }, signal })),
  });

/** The recordings of one call: heard, held, saved and deleted by whoever may. */
export function CallRecordings({ callId, zone }: { callId: string; zone: string | undefined }) {
  const t = useTexts(recording);
  const query = useQuery(recordingsOf(callId));
  return (
    <Card title={t('title')}>
      <Loaded query={query}>
        {({ data }) => data.length === 0 ? (
          <Typography.Text type="secondary">{t('none')}</Typography.Text>
        ) : (
          <Flex vertical gap={24}>{data.map((each) => <OneRecording key={each.id} of={each} zone={zone} />)}</Flex>
        )}
      </Loaded>
    </Card>
  );
}

function OneRecording({ of, zone }: { of: Recording; zone: string | undefined }) {
  const t = useTexts(recording);
  if (of.deleted_at !== null) {
    const why = of.deleted_because === 'retention' ? t('deleted_retention') : t('deleted_request');
    return <Alert type="info" showIcon title={t('deleted', { at: moment(of.deleted_at, zone) })} description={why} />;
  }
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center" gap={8} wrap>
        <Typography.Text type="secondary" className="figures">
          {t('began', { at: moment(of.started_at, zone) })} · {duration(of.duration_seconds)} · {bytes(of.bytes)}
          {of.voicemail_id !== null && <> · <VoicemailLink id={of.voicemail_id} /></>}
        </Typography.Text>
        <Acts of={of} />
      </Flex>
      <Heard of={of} />
    </Flex>
  );
}

/** Whoever may not look voicemails up has the word alone. */
function VoicemailLink({ id }: { id: string }) {
  const t = useTexts(recording);
  return useMay('voicemails:read') ? <Link to={'/voicemails/$id' as string} params={{ id } as never}>{t('voicemail')}</Link> : t('voicemail');
}

function Acts({ of: { id, legal_hold: held } }: { of: Recording }) {
  const t = useTexts(recording);
  const [mayHold, maySave, mayDelete] = [useMay('recordings:hold'), useMay('recordings:download'), useMay('recordings:delete')];
  const holding = useMutation({
    mutationFn: (legal_hold: boolean) => answerOf(api.PATCH('/v1/recordings/{id}', { params: { path: { id } }, body: { legal_hold } })),
  });
  const saving = useMutation({ mutationFn: () => download(id) });
  return (
    <Flex vertical gap={8}>
      <Space wrap>
        {mayHold ? (
          <Tooltip title={t('hold_hint')}>
            <label><Switch size="small" checked={held} loading={holding.isPending} onChange={(next) => holding.mutate(next)} /> {t('hold')}</label>
          </Tooltip>
        ) : held && <Tag icon={<LockOutlined />}>{t('held')}</Tag>}
        {maySave && <Button icon={<DownloadOutlined />} loading={saving.isPending} onClick={() => saving.mutate()}>{t('download')}</Button>}
        {mayDelete && !held && (
          <RemoveButton question={t('remove_question')} label={t('title')} remove={() => answerOf(api.DELETE('/v1/recordings/{id}', { params: { path: { id } } }))} />
        )}
      </Space>
      <ProblemAlert error={holding.error ?? saving.error} />
    </Flex>
  );
}

function Heard({ of }: { of: Recording }) {
  const mayListen = useMay('recordings:listen');
  const pauses = useMemo(() => pausedSpans(of), [of]);
  return (
    <>
      {mayListen && <Listen fetch={(signal) => listenTo(of.id, signal)} pauses={pauses} />}
      <Pauses of={pauses} />
    </>
  );
}

function Pauses({ of }: { of: PausedSpan[] }) {
  const t = useTexts(recording);
  if (of.length === 0) return null;
  const spans = of.map(({ from, to, toEnd }) => `${duration(from)} – ${toEnd ? t('pause_to_end') : duration(to)}`).join(', ');
  return <Alert type="warning" showIcon title={t('pauses', { spans })} />;
}
