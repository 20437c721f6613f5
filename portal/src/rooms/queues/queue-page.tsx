import { EditOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { type KeysOf, type Translate, useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { RoomPage } from '../../ui/room-page';
import { ui } from '../../ui/texts';
import { QueueFields } from './queue-fields';
import { oneQueue } from './queues-queries';
import { QueueSkills } from './queue-skills';
import { QueueTiers } from './queue-tiers';
import { strategyName } from './strategies';
import { queues } from './texts';

type Queue = Schemas['QueueDto'];

export function QueuePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(oneQueue(id));
  return <Loaded query={query}>{({ data, etag }) => <QueueView queue={data} etag={etag} />}</Loaded>;
}

function QueueView({ queue, etag }: { queue: Queue; etag: string }) {
  const [t, words] = [useTexts(queues), useTexts(ui)];
  const navigate = useNavigate();
  const [mayWrite, maySeeAgents] = [useMay('queues:write'), useMay('agents:read')];
  const [editing, setEditing] = useState(false);
  const { id, name, settings, wrap_up_code_required } = queue;
  const changed = { params: { path: { id }, header: { 'If-Match': etag } } };
  const remove = async () => {
    await answerOf(api.DELETE('/v1/queues/{id}', changed));
    await navigate({ to: '/queues' as string });
  };
  const actions = mayWrite && (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      <RemoveButton question={t('remove_question')} label={name} remove={remove} />
    </>
  );
  return (
    <RoomPage title={name} about={t('about')} actions={actions}>
      <Card title={t('settings')}>
        <Descriptions column={{ xs: 1, sm: 2, lg: 3 }} items={itemsOf(t, words, queue)} />
      </Card>
      {maySeeAgents && <QueueSkills id={id} />}
      {maySeeAgents && <QueueTiers id={id} />}
      <ObjectDrawer<Pick<Queue, 'settings' | 'wrap_up_code_required'>>
        title={name}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ settings, wrap_up_code_required }}
        save={(body) => answerOf(api.PATCH('/v1/queues/{id}', { ...changed, body }))}
      >
        {() => <QueueFields />}
      </ObjectDrawer>
    </RoomPage>
  );
}

/** What callers who wait are told, and how often. */
function standingOf(t: Translate<KeysOf<typeof queues>>, words: Translate<KeysOf<typeof ui>>, settings: Queue['settings']) {
  const told = [settings.announce_position && t('announce_position'), settings.announce_estimated_wait && t('announce_estimated_wait')].filter(Boolean);
  if (told.length === 0) return '–';
  const every = t('every', { seconds: words('seconds', { count: settings.announce_position_frequency ?? 60 }) });
  return [...told, every].join(', ');
}

function overflowOf(t: Translate<KeysOf<typeof queues>>, words: Translate<KeysOf<typeof ui>>, { overflow_queue, overflow_estimated_wait = 0 }: Queue['settings']) {
  if (!overflow_queue) return '–';
  return overflow_estimated_wait > 0 ? `${overflow_queue}, ${t('at_once_from', { wait: words('seconds', { count: overflow_estimated_wait }) })}` : overflow_queue;
}

function itemsOf(t: Translate<KeysOf<typeof queues>>, words: Translate<KeysOf<typeof ui>>, { settings, wrap_up_code_required }: Queue) {
  const seconds = (count = 0) => (count > 0 ? words('seconds', { count }) : t('unlimited'));
  const announced = (count = 0) => (count > 0 ? t('every', { seconds: words('seconds', { count }) }) : words('never'));
  const asked = (value = false) => (value ? words('yes') : words('no'));
  return [
    { key: 'strategy', label: t('strategy'), children: strategyName(t, settings.strategy) },
    { key: 'max_wait_time', label: t('max_wait_time'), children: seconds(settings.max_wait_time) },
    { key: 'no_agent', label: t('max_wait_time_with_no_agent'), children: seconds(settings.max_wait_time_with_no_agent) },
    { key: 'overflow', label: t('overflow_queue'), children: overflowOf(t, words, settings) },
    { key: 'moh', label: t('moh_sound'), children: settings.moh_sound ?? '–' },
    { key: 'announce', label: t('announce_sound'), children: settings.announce_sound ? `${settings.announce_sound}, ${announced(settings.announce_frequency)}` : '–' },
    { key: 'standing', label: t('standing'), children: standingOf(t, words, settings) },
    { key: 'record', label: t('record'), children: asked(settings.record) },
    { key: 'code', label: t('wrap_up_code_required'), children: asked(wrap_up_code_required) },
    { key: 'resume', label: t('abandoned_resume_allowed'), children: asked(settings.abandoned_resume_allowed) },
    { key: 'discard', label: t('discard_abandoned_after'), children: seconds(settings.discard_abandoned_after) },
    {
      key: 'no_answer',
      label: t('agent_no_answer_status'),
      children: settings.agent_no_answer_status === 'Logged Out' ? t('status_logged_out') : t('status_on_break'),
    },
  ];
}
