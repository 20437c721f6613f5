import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { answerOf, api } from '../../api/client';
import type { Permission } from '../../api/types';
import { TENANT_ROLES, type TenantRole } from '../../data/roles';
import { useTenant } from '../../session/tenant';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { chosenTime } from '../../ui/zoned-time';
import { ScopeFields } from './scope-fields';
import { apiKeys } from './texts';

interface Values {
  name: string;
  role: TenantRole;
  confined: boolean;
  scopes?: Permission[];
  expires_at?: Dayjs | null;
}

/** A secret and whose it is. */
export interface Given {
  name: string;
  secret: string;
}

export function NewKeyDrawer({ open, onClose, onGiven }: { open: boolean; onClose: () => void; onGiven: (given: Given) => void }) {
  const [t, words, names] = [useTexts(apiKeys), useTexts(ui), useTexts(shell)];
  const zone = useTenant().data?.timezone;
  const save = async ({ name, role, confined, scopes, expires_at: expires }: Values) => {
    const body = { name, role, ...(confined && scopes && { scopes }), ...(expires && { expires_at: chosenTime(expires, zone) }) };
    const { secret } = await answerOf(api.POST('/v1/api-keys', { body }));
    onGiven({ name, secret });
  };
  return (
    <ObjectDrawer<Values> title={t('new')} open={open} onClose={onClose} action={words('create')} initial={{ role: 'viewer', confined: false }} save={save}>
      {(form) => (
        <>
          <Form.Item name="name" label={t('name')} extra={t('name_hint')} rules={[{ required: true }]}>
            <Input maxLength={64} autoComplete="off" />
          </Form.Item>
          <Form.Item name="role" label={t('role')} rules={[{ required: true }]}>
            <Select options={TENANT_ROLES.map((value) => ({ value, label: names(`role_${value}`) }))} onChange={() => form.setFieldValue('scopes', [])} />
          </Form.Item>
          <Form.Item noStyle dependencies={['role', 'confined']}>
            {({ getFieldValue }) => <ScopeFields role={getFieldValue('role') as TenantRole} confined={getFieldValue('confined') as boolean} />}
          </Form.Item>
          <Form.Item name="expires_at" label={t('expires')} extra={t('expires_hint')}>
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
          </Form.Item>
        </>
      )}
    </ObjectDrawer>
  );
}
