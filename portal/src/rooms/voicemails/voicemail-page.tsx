import { Alert, Card, Descriptions, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { QueueLink } from '../../data/queue-link';
import { Listen } from '../../recording/listen';
import { useTenant } from '../../session/tenant';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { duration, moment } from '../../texts/formats';
import { Loaded } from '../../ui/loaded';
import { RoomPage } from '../../ui/room-page';
import { useNumberText } from '../../ui/use-number-text';
import { VoicemailActs } from './voicemail-acts';
import { VoicemailState } from './voicemail-state';
import { listenTo, oneVoicemail, type Voicemail } from './voicemails-queries';
import { voicemails } from './texts';

export function VoicemailPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneVoicemail(id));
  return <Loaded query={query}>{(voicemail) => <VoicemailView voicemail={voicemail} />}</Loaded>;
}

interface PartProps {
  voicemail: Voicemail;
  zone: string | undefined;
}

function VoicemailView({ voicemail }: { voicemail: Voicemail }) {
  const [t, shown] = [useTexts(voicemails), useNumberText()];
  const zone = useTenant().data?.timezone;
  const title = t('one_title', { number: shown(voicemail.number) });
  return (
    <RoomPage
      title={<span className="figures">{title}</span>}
      about={<VoicemailState state={voicemail.state} />}
      actions={<VoicemailActs voicemail={voicemail} />}
    >
      <CallBack voicemail={voicemail} />
      <Message voicemail={voicemail} zone={zone} />
      <Facts voicemail={voicemail} zone={zone} />
    </RoomPage>
  );
}

/** What is to be done next. */
function CallBack({ voicemail: { state, mine, number } }: { voicemail: Voicemail }) {
  const t = useTexts(voicemails);
  const mayWrite = useMay('voicemails:write');
  if (!mayWrite || state === 'done' || !number) return null;
  if (state === 'new') return <Alert type="info" showIcon title={t('take_hint')} />;
  return mine ? <Alert type="info" showIcon title={t('call_back_hint', { number })} /> : null;
}

function Message({ voicemail: { id, duration_seconds: seconds, audio_deleted_at: deletedAt }, zone }: PartProps) {
  const t = useTexts(voicemails);
  const mayListen = useMay('voicemails:listen');
  const what = () => {
    if (deletedAt !== null) return <Alert type="info" showIcon title={t('deleted', { at: moment(deletedAt, zone) })} />;
    if (!mayListen) return <Typography.Text type="secondary">{t('may_not_listen')}</Typography.Text>;
    return <Listen fetch={(signal) => listenTo(id, signal)} />;
  };
  return <Card title={t('message', { length: duration(seconds) })}>{what()}</Card>;
}

function Facts({ voicemail, zone }: PartProps) {
  const t = useTexts(voicemails);
  const { queue, created_at: left, taken_by: takenBy, taken_at: takenAt, done_by: doneBy, done_at: doneAt, call_id: callId } = voicemail;
  const by = (who: string | null, at: string | null) => (who === null || at === null ? '–' : t('by_at', { who, at: moment(at, zone) }));
  return (
    <Card title={t('facts')}>
      <Descriptions
        className="figures"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'queue', label: t('queue'), children: <QueueLink name={queue} /> },
          { key: 'left', label: t('left_at'), children: moment(left, zone) },
          { key: 'customer', label: t('customer'), children: <Customer voicemail={voicemail} /> },
          { key: 'call', label: t('call'), children: <Call id={callId} /> },
          { key: 'taken', label: t('taken'), children: by(takenBy, takenAt) },
          { key: 'done', label: t('done'), children: by(doneBy, doneAt) },
        ]}
      />
    </Card>
  );
}

/** Whoever may not look customers up has the name alone. */
function Customer({ voicemail: { customer_id: id, customer_name: name } }: { voicemail: Voicemail }) {
  const mayRead = useMay('customers:read');
  if (id === null) return '–';
  return mayRead ? <Link to={'/customers/$id' as string} params={{ id } as never}>{name ?? id}</Link> : (name ?? '–');
}

function Call({ id }: { id: string | null }) {
  const t = useTexts(voicemails);
  const mayRead = useMay('calls:read');
  return id !== null && mayRead ? <Link to={'/calls/$id' as string} params={{ id } as never}>{t('see_call')}</Link> : '–';
}
