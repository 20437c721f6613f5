import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select, Switch } from 'antd';
import type { Schemas } from '../../api/types';
import { TENANT_ROLES } from '../../data/roles';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import { ReturnAddress } from './return-address';
import { settings } from './texts';

type Rule = Schemas['UserCreationDto'];
export type ProviderValues = Omit<Schemas['SetIdentityProviderDto'], 'create_users'> & {
  makes_users: boolean;
  /** Left out while the switch is off. */
  create_users?: Rule;
};

export const NO_RULE: Rule = { role_claim: 'groups', roles: [], default_role: null };

export function ProviderFields() {
  const t = useTexts(settings);
  return (
    <>
      <Form.Item label={t('return_to')} extra={t('return_hint')}>
        <ReturnAddress />
      </Form.Item>
      <Form.Item name="issuer" label={t('issuer')} extra={t('issuer_hint')} rules={[{ required: true }]}>
        <Input maxLength={500} type="url" spellCheck={false} />
      </Form.Item>
      <Form.Item name="client_id" label={t('client_id')} rules={[{ required: true }]}>
        <Input maxLength={200} spellCheck={false} autoComplete="off" />
      </Form.Item>
      <Form.Item name="client_secret" label={t('client_secret')} extra={t('client_secret_hint')} rules={[{ required: true }]}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="email_domains" label={t('domains')} extra={t('domains_hint')} rules={[{ required: true, type: 'array', min: 1 }]}>
        <Select mode="tags" tokenSeparators={[',', ' ', ';']} open={false} suffixIcon={null} placeholder="company.example" />
      </Form.Item>
      <Form.Item name="makes_users" label={t('makes_users')} extra={t('makes_users_hint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item noStyle dependencies={['makes_users']}>
        {({ getFieldValue }) => getFieldValue('makes_users') && <RuleFields />}
      </Form.Item>
    </>
  );
}

/** Which value of a claim makes somebody what. */
function RuleFields() {
  const [t, words, names] = [useTexts(settings), useTexts(ui), useTexts(shell)];
  const roles = TENANT_ROLES.map((value) => ({ value, label: names(`role_${value}`) }));
  return (
    <>
      <Form.Item name={['create_users', 'role_claim']} label={t('role_claim')} extra={t('role_claim_hint')} rules={[{ required: true }]}>
        <Input maxLength={100} spellCheck={false} />
      </Form.Item>
      <Form.List name={['create_users', 'roles']}>
        {(fields, { add, remove }) => (
          <Flex vertical gap={8} style={{ marginBottom: 24 }} role="group" aria-label={t('role_values')}>
            <span>{t('role_values')}</span>
            {fields.map(({ key, name }) => (
              <Flex key={key} gap={8} align="flex-start">
                <Form.Item name={[name, 'value']} rules={[{ required: true }]} style={{ flex: 1, marginBottom: 0 }}>
                  <Input aria-label={t('role_value')} placeholder={t('role_value')} maxLength={200} spellCheck={false} />
                </Form.Item>
                <Form.Item name={[name, 'role']} rules={[{ required: true }]} style={{ width: 150, marginBottom: 0 }}>
                  <Select aria-label={t('role')} options={roles} />
                </Form.Item>
                <Button type="text" icon={<MinusCircleOutlined />} aria-label={words('remove')} onClick={() => remove(name)} />
              </Flex>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ value: '', role: 'agent' })}>{t('role_value_add')}</Button>
          </Flex>
        )}
      </Form.List>
      <Form.Item name={['create_users', 'default_role']} label={t('role_others')}>
        <Select options={[{ value: null, label: t('role_refused') }, ...roles]} />
      </Form.Item>
    </>
  );
}
