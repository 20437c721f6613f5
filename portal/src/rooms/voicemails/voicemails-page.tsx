import { Button, Card, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import { QueueLink } from '../../data/queue-link';
import { allQueues } from '../../data/queues';
import { useTenant } from '../../session/tenant';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { duration, shortMoment } from '../../texts/formats';
import { FilterChoice } from '../../ui/filter-choice';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { useNumberText } from '../../ui/use-number-text';
import { SeenTo, VoicemailState } from './voicemail-state';
import { EACH_MS, STATES, type Voicemail, voicemailsQuery, type VoicemailsSearch } from './voicemails-queries';
import { voicemails } from './texts';

export function VoicemailsPage() {
  const [t, shown] = [useTexts(voicemails), useNumberText()];
  const zone = useTenant().data?.timezone;
  const [search, setFilters] = useFilters<VoicemailsSearch>();
  // the pages of another search are others
  const change = (next: VoicemailsSearch) => setFilters({ ...next, after: undefined, before: undefined });
  const asked = voicemailsQuery(search);
  const list = usePaged<Voicemail>(
    ['voicemails', asked],
    (page, signal) => answerOf(api.GET('/v1/voicemails', { params: { query: { ...asked, ...page } }, signal })),
    EACH_MS,
  );
  return (
    <RoomPage title={t('title')} about={t('about')}>
      <Filters search={search} change={change} />
      <ListTable<Voicemail>
        query={list.query}
        rows={list.rows}
        isNarrowed={Object.keys(asked).length > 0}
        empty={t('empty')}
        className="figures"
        columns={[
          {
            title: t('caller'), key: 'caller',
            render: (_, { id, number, customer_name: name }) => (
              <Flex vertical>
                <Link to={'/voicemails/$id' as string} params={{ id } as never}>{shown(number)}</Link>
                {name !== null && <span>{name}</span>}
              </Flex>
            ),
          },
          { title: t('queue'), key: 'queue', render: (_, { queue }) => <QueueLink name={queue} /> },
          { title: t('state'), key: 'state', render: (_, { state }) => <VoicemailState state={state} /> },
          { title: t('left_at'), key: 'left', render: (_, { created_at: at }) => shortMoment(at, zone) },
          { title: t('length'), key: 'length', render: (_, { duration_seconds: seconds }) => duration(seconds) },
          { title: t('seen_to'), key: 'seen', render: (_, voicemail) => <SeenTo voicemail={voicemail} zone={zone} /> },
        ]}
      />
      {list.pager}
    </RoomPage>
  );
}

function Filters({ search: { state, queue }, change }: { search: VoicemailsSearch; change: (change: VoicemailsSearch) => void }) {
  const t = useTexts(voicemails);
  const queues = useQuery({ ...allQueues, enabled: useMay('queues:read') }).data ?? [];
  return (
    <Card styles={{ body: { padding: 12 } }} role="search">
      <Flex gap={8} wrap align="center">
        <FilterChoice label={t('state')} value={state} onChange={(chosen) => change({ state: chosen })} options={STATES.map((value) => ({ value, label: t(`state_${value}`) }))} />
        <FilterChoice label={t('queue')} value={queue} onChange={(chosen) => change({ queue: chosen })} options={queues.map(({ name }) => ({ value: name, label: name }))} />
        {(state || queue) && <Button type="link" size="small" onClick={() => change({ state: '', queue: '' })}>{t('clear')}</Button>}
      </Flex>
    </Card>
  );
}
