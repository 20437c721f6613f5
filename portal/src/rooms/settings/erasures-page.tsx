import { UserDeleteOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { integer, moment } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { ObjectDrawer } from '../../ui/object-drawer';
import { usePaged } from '../../ui/paged';
import { SettingsFrame } from './settings-frame';
import { settings } from './texts';

type Erasure = Schemas['ErasureDto'];
type Count = Exclude<keyof Erasure, 'id' | 'created_at'>;

export function ErasuresPage() {
  const t = useTexts(settings);
  const zone = useTenant().data?.timezone;
  const mayErase = useMay('erasures:write');
  const [erasing, setErasing] = useState(false);
  const { query, rows, pager } = usePaged<Erasure>(['erasures'], (page, signal) => answerOf(api.GET('/v1/erasures', { params: { query: page }, signal })));
  const count = (field: Count, title: string) => ({
    title, key: field, align: 'right' as const, className: 'figures', render: (_: unknown, erasure: Erasure) => integer(erasure[field]),
  });
  const erase = mayErase && <Button danger icon={<UserDeleteOutlined />} onClick={() => setErasing(true)}>{t('erase')}</Button>;
  return (
    <SettingsFrame about={t('erasures_about')} actions={erase}>
      <ListTable<Erasure>
        query={query}
        rows={rows}
        empty={t('no_erasures')}
        footer={() => <Typography.Text type="secondary">{t('calls_kept_hint')}</Typography.Text>}
        columns={[
          { title: t('run_at'), key: 'at', render: (_, { created_at: at }) => moment(at, zone) },
          count('calls', t('calls')),
          count('calls_kept', t('calls_kept')),
          count('recordings_deleted', t('recordings_deleted')),
          count('recordings_held', t('recordings_held')),
          count('usage_records', t('usage_records')),
        ]}
      />
      {pager}
      <EraseDrawer open={erasing} onClose={() => setErasing(false)} />
    </SettingsFrame>
  );
}

function EraseDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(settings);
  return (
    <ObjectDrawer<{ number: string; sure: boolean }>
      title={t('erase')}
      open={open}
      onClose={onClose}
      action={t('erase')}
      initial={{ sure: false }}
      save={({ number }) => answerOf(api.POST('/v1/erasures', { body: { number: number.replace(/[\s-]/g, '') } }))}
    >
      {() => (
        <>
          <Alert type="error" showIcon title={t('erase_warning')} style={{ marginBottom: 16 }} />
          <Form.Item name="number" label={t('erase_number')} extra={t('erase_number_hint')} rules={[{ required: true }]}>
            <Input maxLength={60} inputMode="tel" autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="sure"
            valuePropName="checked"
            rules={[{ validator: async (_, sure) => { if (!sure) throw new Error(t('erase_sure_missing')); } }]}
          >
            <Checkbox>{t('erase_sure')}</Checkbox>
          </Form.Item>
        </>
      )}
    </ObjectDrawer>
  );
}
