import { Form, Radio, Typography } from 'antd';
import { answerOf, api } from '../../api/client';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import type { ApiKey } from './key-state';
import type { Given } from './new-key-drawer';
import { apiKeys } from './texts';

const HOUR_MS = 3_600_000;
/** How much longer the secret in use is good. */
const OVERLAPS = [
  ['over_now', 0],
  ['hour', HOUR_MS],
  ['day', 24 * HOUR_MS],
  // a minute less than the API allows, as the request takes its time
  ['week', 7 * 24 * HOUR_MS - 60_000],
] as const;

export function RotateDrawer({ of, onClose, onGiven }: { of: ApiKey | null; onClose: () => void; onGiven: (given: Given) => void }) {
  const t = useTexts(apiKeys);
  const rotate = async ({ overlap }: { overlap: number }) => {
    if (!of) return;
    const body = { former_until: new Date(Date.now() + overlap).toISOString() };
    const { secret } = await answerOf(api.POST('/v1/api-keys/{id}/rotate', { params: { path: { id: of.id } }, body }));
    onGiven({ name: of.name, secret });
  };
  return (
    <ObjectDrawer<{ overlap: number }>
      title={t('rotate_title', { name: of?.name })}
      open={of !== null}
      onClose={onClose}
      action={t('rotate')}
      initial={{ overlap: 24 * HOUR_MS }}
      save={rotate}
    >
      {() => (
        <>
          <Typography.Paragraph type="secondary">{t('rotate_about')}</Typography.Paragraph>
          <Form.Item name="overlap" label={t('former_until')} rules={[{ required: true }]}>
            <Radio.Group vertical options={OVERLAPS.map(([name, value]) => ({ value, label: t(name) }))} />
          </Form.Item>
        </>
      )}
    </ObjectDrawer>
  );
}
