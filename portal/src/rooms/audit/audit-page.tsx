import { Typography } from 'antd';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { usePaged } from '../../ui/paged';
import { RoomPage } from '../../ui/room-page';
import { EntryDetail } from './detail';
import { ExportButton } from './export-button';
import { AuditFilters, useAsked } from './filters';
import { audit } from './texts';
import { useLogWords } from './words';

type Entry = Schemas['AuditEntryDto'];

export function AuditPage() {
  const t = useTexts(audit);
  const zone = useTenant().data?.timezone;
  const { actionName, objectName } = useLogWords();
  const [asked] = useAsked();
  const { query, rows, pager } = usePaged<Entry>(['audit', asked], (page, signal) =>
    answerOf(api.GET('/v1/audit-entries', { params: { query: { ...asked, ...page } }, signal })),
  );
  return (
    <RoomPage title={t('title')} about={t('about')} actions={<ExportButton />}>
      <AuditFilters actorName={rows?.find(({ actor_id: id }) => id === asked.actor_id)?.actor_name} />
      <ListTable<Entry>
        query={query}
        rows={rows}
        isNarrowed={Object.keys(asked).length > 0}
        expandable={{ expandedRowRender: (entry) => <EntryDetail entry={entry} /> }}
        columns={[
          { title: t('when'), key: 'when', className: 'figures', render: (_, { created_at: at }) => moment(at, zone) },
          { title: t('who'), key: 'who', render: (_, entry) => <Actor of={entry} /> },
          {
            title: t('what'),
            key: 'what',
            render: (_, { action, object_type: object }) => <>{objectName(object)} <Typography.Text type="secondary">{actionName(action)}</Typography.Text></>,
          },
          { title: t('which'), key: 'which', render: (_, entry) => <Which of={entry} /> },
          { title: t('where'), key: 'where', className: 'figures', render: (_, { address }) => address ?? '–' },
        ]}
      />
      {pager}
    </RoomPage>
  );
}

function Actor({ of: { actor_kind: kind, actor_id: id, actor_name: name } }: { of: Entry }) {
  const t = useTexts(audit);
  const [asked] = useAsked();
  if (!id) return <Typography.Text type="secondary">{t('actor_system')}</Typography.Text>;
  const shown = name ?? id;
  return (
    <>
      <Link to={'/audit' as string} search={{ ...asked, actor_id: id } as never} title={t('same_actor', { name: shown })}>{shown}</Link>
      {kind !== 'user' && <Typography.Text type="secondary"> ({t(`actor_${kind}`)})</Typography.Text>}
    </>
  );
}

function Which({ of: { object_id: id, object_type: type } }: { of: Entry }) {
  const t = useTexts(audit);
  const [asked] = useAsked();
  if (id === '*') return <Typography.Text type="secondary">{t('everything')}</Typography.Text>;
  return (
    <Link
      to={'/audit' as string}
      search={{ ...asked, object_type: type, object_id: id } as never}
      title={t('same_object', { name: id })}
      style={{ fontFamily: 'monospace', fontSize: 12 }}
    >
      {id}
    </Link>
  );
}
