import { EyeOutlined, HistoryOutlined, ImportOutlined } from '@ant-design/icons';
import { App, Button, Card, Drawer, Flex, Select, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, versionOf } from '../../api/client';
import { queries } from '../../api/queries';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { Loaded } from '../../ui/loaded';
import { StateDot } from '../../ui/state-dot';
import { ActModal } from './act-modal';
import { Canvas } from './canvas';
import { DifferenceView } from './difference-view';
import { drawable } from './document';
import { differenceBetween, oneVersion, type Script, type Version, versionsOf } from './ivr-scripts-queries';
import { ivrScripts } from './texts';

interface VersionsTabProps {
  script: Script;
  etag: string;
  /** After the live version was changed. */
  onChanged: (answer: { data: Script; etag: string }) => void;
  /** Takes a version's document into the draft. */
  onTake: (document: unknown, version: number) => void;
}

/** What was published: to look at, to compare, to put back into service. */
export function VersionsTab({ script, etag, onChanged, onTake }: VersionsTabProps) {
  const t = useTexts(ivrScripts);
  const { message } = App.useApp();
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('ivr-scripts:write');
  const query = useQuery(versionsOf(script.id));
  const [shown, setShown] = useState<Version | null>(null);
  const [back, setBack] = useState<Version | null>(null);
  const take = async ({ id, number }: Version) => {
    const { document } = await queries.fetchQuery(oneVersion(id));
    onTake(document, number);
    void message.success(t('into_draft_done', { version: number }));
  };
  const named = (what: string, { number }: Version) => ({ 'aria-label': `${what}: ${t('version_of', { version: number })}`, title: what });
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">{t('versions_about')}</Typography.Text>
      <ListTable<Version>
        query={query}
        rows={query.data}
        empty={t('versions_none')}
        columns={[
          {
            title: t('version'),
            key: 'number',
            render: (_, { number, state }) => <Flex gap={12} align="center"><span className="figures">{number}</span>{state === 'published' && <StateDot colour="good">{t('live')}</StateDot>}</Flex>,
          },
          { title: t('note'), key: 'note', render: (_, { note }) => note || '–' },
          { title: t('by'), key: 'by', render: (_, { published_by: by }) => by || '–' },
          { title: t('when'), key: 'when', className: 'figures', render: (_, { created_at: at }) => moment(at, zone) },
          {
            key: 'actions',
            align: 'right',
            render: (_, version) => (
              <Flex gap={4} justify="flex-end">
                <Button type="text" icon={<EyeOutlined />} {...named(t('look'), version)} onClick={() => setShown(version)} />
                {mayWrite && <Button type="text" icon={<ImportOutlined />} {...named(t('into_draft'), version)} onClick={() => void take(version)} />}
                {mayWrite && version.state !== 'published' && <Button type="text" icon={<HistoryOutlined />} {...named(t('roll_back'), version)} onClick={() => setBack(version)} />}
              </Flex>
            ),
          },
        ]}
      />
      {query.data && query.data.length > 0 && <Compare key={query.data.length} script={script} etag={etag} versions={query.data} />}
      <Drawer
        open={shown !== null}
        size="100%"
        onClose={() => setShown(null)}
        title={shown && `${script.name} · ${t('version_of', { version: shown.number })}`}
        styles={{ body: { padding: 0 } }}
        destroyOnHidden
      >
        {shown && <VersionPicture id={shown.id} />}
      </Drawer>
      <RollBackModal script={script} etag={etag} version={back} onClose={() => setBack(null)} onChanged={onChanged} />
    </Flex>
  );
}

function VersionPicture({ id }: { id: string }) {
  const query = useQuery(oneVersion(id));
  return (
    <Loaded query={query}>
      {({ document }) => {
        const drawn = drawable(document);
        return drawn ? <Canvas document={drawn} /> : <pre>{JSON.stringify(document, null, 2)}</pre>;
      }}
    </Loaded>
  );
}

/** The draft, for whoever chooses what to compare. */
const DRAFT = 0;

function Compare({ script, etag, versions }: { script: Script; etag: string; versions: readonly Version[] }) {
  const t = useTexts(ivrScripts);
  const [from, setFrom] = useState(script.live ?? versions[0]?.number ?? 1);
  const [to, setTo] = useState(DRAFT);
  const query = useQuery(differenceBetween(script.id, etag, from, to === DRAFT ? undefined : to));
  const options = versions.map(({ number }) => ({ value: number, label: t('version_of', { version: number }) }));
  const choose = (
    <Flex gap={8} align="center" wrap>
      <Select aria-label={t('compare_from')} style={{ width: 140 }} value={from} options={options} onChange={setFrom} />
      <span aria-hidden>→</span>
      <Select
        aria-label={t('compare_to')}
        style={{ width: 140 }}
        value={to}
        options={[{ value: DRAFT, label: t('draft') }, ...options]}
        onChange={setTo}
      />
    </Flex>
  );
  return (
    <Card title={t('compare_title')} extra={choose}>
      <Loaded query={query}>{(changes) => <DifferenceView changes={changes} />}</Loaded>
    </Card>
  );
}

function RollBackModal({ script, etag, version, onClose, onChanged }: { script: Script; etag: string; version: Version | null; onClose: () => void; onChanged: VersionsTabProps['onChanged'] }) {
  const t = useTexts(ivrScripts);
  const number = version?.number ?? 0;
  const query = useQuery({ ...differenceBetween(script.id, etag, script.live ?? 0, number), enabled: version !== null && script.live !== null });
  const act = async () => {
    onChanged(await versionOf(api.POST('/v1/ivr-scripts/{id}/publish', { params: { path: { id: script.id }, header: { 'If-Match': etag } }, body: { number } })));
  };
  return (
    <ActModal
      title={t('roll_back_title', { version: number })}
      open={version !== null}
      onClose={onClose}
      action={t('roll_back')}
      act={act}
      done={t('published_done', { version: number })}
    >
      <Typography.Text>{t('roll_back_what')}</Typography.Text>
      {script.live !== null && (
        <>
          <Typography.Text strong>{t('publish_difference', { version: script.live })}</Typography.Text>
          <Loaded query={query}>{(changes) => <DifferenceView changes={changes} />}</Loaded>
        </>
      )}
    </ActModal>
  );
}
