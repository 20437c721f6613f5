import { Form } from 'antd';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import type { StockedNumber } from './number-stock-page';
import { TenantSelect } from './tenant-select';
import { stock } from './texts';

type Values = Schemas['HoldNumberDto'];

/** Open while there is a number to be held. */
export function HoldDrawer({ number, onClose }: { number: StockedNumber | null; onClose: () => void }) {
  const t = useTexts(stock);
  const params = { path: { id: number?.id ?? '' } };
  return (
    <ObjectDrawer<Values>
      title={t('hold_title', { number: number?.number })}
      open={number !== null}
      onClose={onClose}
      action={t('hold')}
      initial={{}}
      save={(body) => answerOf(api.PUT('/v1/number-stock/{id}/hold', { params, body }))}
    >
      {() => (
        <Form.Item name="tenant_id" label={t('tenant')} extra={t('hold_hint')} rules={[{ required: true }]}>
          <TenantSelect />
        </Form.Item>
      )}
    </ObjectDrawer>
  );
}
