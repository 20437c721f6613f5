import { EditOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Descriptions, Flex, Form, InputNumber, Tooltip } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, versionOf } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { integer, moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { usePaged } from '../../ui/paged';
import { StateDot } from '../../ui/state-dot';
import { ui } from '../../ui/texts';
import { SettingsFrame } from './settings-frame';
import { settings } from './texts';

type Policy = Schemas['RetentionPolicyDto'];
type Run = Schemas['RetentionRunDto'];

export function RetentionPage() {
  const t = useTexts(settings);
  const query = useQuery({ queryKey: ['retention-policy'], queryFn: ({ signal }) => versionOf(api.GET('/v1/retention-policy', { signal })) });
  return (
    <SettingsFrame about={t('retention_about')}>
      <Flex vertical gap={16}>
        <Loaded query={query}>{({ data, etag }) => <PolicyCard policy={data} etag={etag} />}</Loaded>
        <Runs />
      </Flex>
    </SettingsFrame>
  );
}

function PolicyCard({ policy, etag }: { policy: Policy; etag: string }) {
  const [t, words] = [useTexts(settings), useTexts(ui)];
  const mayWrite = useMay('retention:write');
  const [editing, setEditing] = useState(false);
  const edit = mayWrite && <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>;
  return (
    <Card title={t('retention_policy')} extra={edit}>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'recordings', label: t('recording_days'), children: t('days', { count: policy.recording_days }) },
          { key: 'numbers', label: t('number_days'), children: t('days', { count: policy.number_days }) },
        ]}
      />
      <ObjectDrawer<Policy>
        title={t('retention_policy')}
        open={editing}
        onClose={() => setEditing(false)}
        initial={policy}
        save={(body) => answerOf(api.PUT('/v1/retention-policy', { params: { header: { 'If-Match': etag } }, body }))}
      >
        {() => (
          <>
            <Alert type="warning" showIcon title={t('retention_warning')} style={{ marginBottom: 16 }} />
            {(['recording_days', 'number_days'] as const).map((name) => (
              <Form.Item key={name} name={name} label={t(name)} extra={t(`${name}_hint`)} rules={[{ required: true }]}>
                <InputNumber min={1} precision={0} style={{ width: '100%' }} />
              </Form.Item>
            ))}
          </>
        )}
      </ObjectDrawer>
    </Card>
  );
}

function Runs() {
  const t = useTexts(settings);
  const zone = useTenant().data?.timezone;
  const { query, rows, pager } = usePaged<Run>(['retention-runs'], (page, signal) =>
    answerOf(api.GET('/v1/retention-runs', { params: { query: page }, signal })),
  );
  return (
    <>
      <ListTable<Run>
        query={query}
        rows={rows}
        empty={t('no_runs')}
        title={() => <b>{t('runs')}</b>}
        columns={[
          { title: t('run_at'), key: 'at', render: (_, { created_at: at, ended_at: ended }) => <>{moment(at, zone)}{!ended && ` (${t('run_running')})`}</> },
          { title: t('deleted'), key: 'deleted', align: 'right', className: 'figures', render: (_, { recordings_deleted: count }) => integer(count) },
          { title: t('held'), key: 'held', align: 'right', className: 'figures', render: (_, { recordings_held: count }) => integer(count) },
          { title: t('calls_blanked'), key: 'calls', align: 'right', className: 'figures', render: (_, { calls_blanked: count }) => integer(count) },
          { title: t('failures'), key: 'failures', render: (_, run) => <Failures of={run} /> },
        ]}
      />
      {pager}
    </>
  );
}

function Failures({ of: { failures, problem } }: { of: Run }) {
  const t = useTexts(settings);
  if (failures === 0) return <StateDot colour="good">{t('none_failed')}</StateDot>;
  return <Tooltip title={problem}><span tabIndex={0}><StateDot colour="bad">{integer(failures)}</StateDot></span></Tooltip>;
}
