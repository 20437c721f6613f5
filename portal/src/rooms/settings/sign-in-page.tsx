import { EditOutlined } from '@ant-design/icons';
import { Button, Card, Checkbox, Descriptions, Flex, Form, InputNumber } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { TENANT_ROLES } from '../../data/roles';
import { useMay } from '../../session/use-may';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { IdentityProvider } from './identity-provider';
import { SettingsFrame } from './settings-frame';
import { signInPolicy } from './sign-in-policy-query';
import { settings } from './texts';

type Policy = Schemas['SignInPolicyDto'];
type Change = Schemas['ChangeSignInPolicyDto'];

export function SignInSettingsPage() {
  const t = useTexts(settings);
  const query = useQuery(signInPolicy);
  return (
    <SettingsFrame about={t('sign_in_about')}>
      <Flex vertical gap={16}>
        <Loaded query={query}>{({ data, etag }) => <PolicyCard policy={data} etag={etag} />}</Loaded>
        <IdentityProvider />
      </Flex>
    </SettingsFrame>
  );
}

function PolicyCard({ policy, etag }: { policy: Policy; etag: string }) {
  const [t, words, names] = [useTexts(settings), useTexts(ui), useTexts(shell)];
  const mayWrite = useMay('sign-in-policy:write');
  const [editing, setEditing] = useState(false);
  const { password_max_age_days: days, second_factor_roles: roles } = policy;
  const edit = mayWrite && <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>;
  return (
    <Card title={t('policy')} extra={edit}>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'age', label: t('password_age'), children: days === null ? t('password_age_for_good') : t('password_days', { count: days }) },
          { key: 'factor', label: t('factor_roles'), children: roles.map((role) => names(`role_${role as (typeof TENANT_ROLES)[number]}`)).join(', ') || t('factor_nobody') },
        ]}
      />
      <ObjectDrawer<Change>
        title={t('policy')}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ second_factor_roles: roles, password_max_age_days: days }}
        save={(body) => answerOf(api.PATCH('/v1/sign-in-policy', { params: { header: { 'If-Match': etag } }, body }))}
      >
        {() => (
          <>
            <Form.Item name="second_factor_roles" label={t('factor_roles')} extra={t('factor_hint')}>
              <Checkbox.Group options={TENANT_ROLES.map((value) => ({ value, label: names(`role_${value}`) }))} />
            </Form.Item>
            <Form.Item name="password_max_age_days" label={t('password_age')} extra={t('password_age_hint')}>
              <InputNumber min={1} max={3650} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </>
        )}
      </ObjectDrawer>
    </Card>
  );
}
