import { Form, Input, Select } from 'antd';
import { TENANT_ROLES } from '../../data/roles';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { users } from './texts';

/** What a new user and one that is there share. */
export function UserFields() {
  const [t, words] = [useTexts(users), useTexts(shell)];
  const options = TENANT_ROLES.map((value) => ({ value, label: words(`role_${value}`), hint: t(`role_hint_${value}`) }));
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t('role')} rules={[{ required: true }]}>
        <Select
          options={options}
          optionRender={({ data }) => <><b>{data.label}</b><div style={{ whiteSpace: 'normal', opacity: 0.75 }}>{data.hint}</div></>}
        />
      </Form.Item>
    </>
  );
}
