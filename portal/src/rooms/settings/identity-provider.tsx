import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Empty, Flex, Tag, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { identityProviderQuery } from '../../data/identity-provider';
import { useMay } from '../../session/use-may';
import { shell } from '../../shell/texts';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { ui } from '../../ui/texts';
import { NO_RULE, ProviderFields, type ProviderValues } from './provider-fields';
import { ReturnAddress } from './return-address';
import { settings } from './texts';

type Provider = Schemas['IdentityProviderDto'];

function valuesOf({ created_at: _, create_users: rule, ...provider }: Provider): Partial<ProviderValues> {
  return { ...provider, makes_users: rule !== null, create_users: rule ?? NO_RULE };
}

export function IdentityProvider() {
  const [t, words] = [useTexts(settings), useTexts(ui)];
  const mayWrite = useMay('sign-in-policy:write');
  const [editing, setEditing] = useState(false);
  const query = useQuery(identityProviderQuery);
  const provider = query.data;
  const edit = mayWrite && provider && (
    <Flex gap={4}>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      <RemoveButton question={t('provider_remove')} label={t('provider')} remove={() => answerOf(api.DELETE('/v1/identity-provider', {}))} />
    </Flex>
  );
  return (
    <Card title={t('provider')} extra={edit}>
      <Typography.Paragraph type="secondary">{t('provider_about')}</Typography.Paragraph>
      <Typography.Paragraph>{t('return_to')}: <ReturnAddress /><br /><Typography.Text type="secondary" style={{ fontSize: 12 }}>{t('return_hint')}</Typography.Text></Typography.Paragraph>
      <Loaded query={query}>
        {(known) => known ? <Facts provider={known} /> : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('provider_none')}>
            {mayWrite && <Button icon={<PlusOutlined />} onClick={() => setEditing(true)}>{t('provider_set')}</Button>}
          </Empty>
        )}
      </Loaded>
      <ObjectDrawer<ProviderValues>
        title={t('provider')}
        open={editing}
        onClose={() => setEditing(false)}
        initial={provider ? valuesOf(provider) : { email_domains: [], makes_users: false, create_users: NO_RULE }}
        save={({ makes_users: makesUsers, create_users: rule, ...body }) =>
          answerOf(api.PUT('/v1/identity-provider', { body: { ...body, create_users: makesUsers && rule ? rule : null } }))}
      >
        {() => <ProviderFields />}
      </ObjectDrawer>
    </Card>
  );
}

function Facts({ provider }: { provider: Provider }) {
  const t = useTexts(settings);
  const rule = provider.create_users;
  return (
    <Descriptions
      column={1}
      items={[
        { key: 'issuer', label: t('issuer'), children: provider.issuer },
        { key: 'client', label: t('client_id'), children: <Typography.Text code>{provider.client_id}</Typography.Text> },
        { key: 'domains', label: t('domains'), children: <Flex gap={4} wrap>{provider.email_domains.map((each) => <Tag key={each}>{each}</Tag>)}</Flex> },
        { key: 'makes', label: t('makes_users'), children: rule === null ? t('makes_users_not') : <RuleFacts rule={rule} /> },
      ]}
    />
  );
}

/** Who becomes what, the first that fits first. */
function RuleFacts({ rule: { role_claim: claim, roles, default_role: fallback } }: { rule: NonNullable<Provider['create_users']> }) {
  const [t, names] = [useTexts(settings), useTexts(shell)];
  return (
    <div>
      {roles.map(({ value, role }) => <div key={value}><Typography.Text code>{claim}: {value}</Typography.Text> → {names(`role_${role}`)}</div>)}
      <div>{t('role_others')} → {fallback === null ? t('role_refused') : names(`role_${fallback}`)}</div>
    </div>
  );
}
