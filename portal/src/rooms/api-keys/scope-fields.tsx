import { Checkbox, Flex, Form, Radio, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Permission } from '../../api/types';
import { usePermissionAreas } from '../../data/permissions';
import { rolesQuery, type TenantRole } from '../../data/roles';
import { session, signedIn } from '../../session/session';
import { useStore } from '../../state/store';
import { useTexts } from '../../texts/define-texts';
import { apiKeys } from './texts';

/** All that the role may, or some of it. What who creates the key may not do, the key may not either. */
export function ScopeFields({ role, confined }: { role: TenantRole; confined: boolean }) {
  const t = useTexts(apiKeys);
  return (
    <>
      <Form.Item name="confined" label={t('scopes')} rules={[{ required: true }]} {...(!confined && { extra: t('all_scopes_hint') })}>
        <Radio.Group options={[{ value: false, label: t('all_scopes') }, { value: true, label: t('some_scopes') }]} />
      </Form.Item>
      {confined && (
        <Form.Item name="scopes" rules={[{ required: true, type: 'array', min: 1, message: t('scopes_missing') }]}>
          <Scopes role={role} />
        </Form.Item>
      )}
    </>
  );
}

interface ScopesProps {
  role: TenantRole;
  /** By the form. */
  value?: Permission[];
  onChange?: (value: Permission[]) => void;
}

function Scopes({ role, value = [], onChange }: ScopesProps) {
  const t = useTexts(apiKeys);
  const areasOf = usePermissionAreas();
  const mine = signedIn(useStore(session.state)).permissions;
  const roles = useQuery(rolesQuery).data?.roles;
  const areas = areasOf(roles?.find((each) => each.role === role)?.permissions ?? []);
  return (
    <Checkbox.Group value={value} onChange={(next) => onChange?.(next)} style={{ width: '100%' }}>
      <Flex vertical gap={12} style={{ width: '100%' }}>
        {areas.map(({ area, name, permissions }) => (
          <fieldset key={area} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
            <legend style={{ padding: 0, marginBottom: 4 }}><Typography.Text type="secondary">{name}</Typography.Text></legend>
            <Flex vertical gap={4}>
              {permissions.map((each) => {
                const isMine = mine.includes(each.id);
                return <Checkbox key={each.id} value={each.id} disabled={!isMine}>{each.name}{!isMine && ` (${t('more_than_mine')})`}</Checkbox>;
              })}
            </Flex>
          </fieldset>
        ))}
      </Flex>
    </Checkbox.Group>
  );
}
