import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Empty, Flex, Form, Input, Select, Tag, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { ui } from '../../ui/texts';
import { settings } from './texts';

type Provider = Schemas['IdentityProviderDto'];
type Values = Schemas['SetIdentityProviderDto'];

/** Where it sends browsers back to: this portal, at the address that the operator has set, which is usually the one in use. */
const RETURN_ADDRESS = `${location.origin}/sign-in/oidc`;

export function IdentityProvider() {
  const [t, words] = [useTexts(settings), useTexts(ui)];
  const mayWrite = useMay('sign-in-policy:write');
  const [editing, setEditing] = useState(false);
  const query = useQuery({ queryKey: ['identity-provider'], queryFn: ({ signal }) => readProvider(signal) });
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
      <Loaded query={query}>
        {(known) => known ? <Facts provider={known} /> : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('provider_none')}>
            {mayWrite && <Button icon={<PlusOutlined />} onClick={() => setEditing(true)}>{t('provider_set')}</Button>}
          </Empty>
        )}
      </Loaded>
      <ObjectDrawer<Values>
        title={t('provider')}
        open={editing}
        onClose={() => setEditing(false)}
        initial={provider ? { issuer: provider.issuer, client_id: provider.client_id, email_domains: provider.email_domains } : { email_domains: [] }}
        save={(body) => answerOf(api.PUT('/v1/identity-provider', { body }))}
      >
        {() => <Fields />}
      </ObjectDrawer>
    </Card>
  );
}

/** @returns null where there is none */
async function readProvider(signal: AbortSignal): Promise<Provider | null> {
  try {
    return await answerOf(api.GET('/v1/identity-provider', { signal }));
  } catch (error) {
    if (error instanceof ProblemError && error.is('not_found')) return null;
    throw error;
  }
}

function Facts({ provider }: { provider: Provider }) {
  const t = useTexts(settings);
  return (
    <Descriptions
      column={1}
      items={[
        { key: 'issuer', label: t('issuer'), children: provider.issuer },
        { key: 'client', label: t('client_id'), children: <Typography.Text code>{provider.client_id}</Typography.Text> },
        { key: 'domains', label: t('domains'), children: <Flex gap={4} wrap>{provider.email_domains.map((each) => <Tag key={each}>{each}</Tag>)}</Flex> },
        { key: 'return', label: t('return_to'), children: <Typography.Text code copyable style={{ wordBreak: 'break-all' }}>{RETURN_ADDRESS}</Typography.Text> },
      ]}
    />
  );
}

function Fields() {
  const t = useTexts(settings);
  return (
    <>
      <Form.Item label={t('return_to')} extra={t('return_hint')}>
        <Typography.Text code copyable style={{ wordBreak: 'break-all' }}>{RETURN_ADDRESS}</Typography.Text>
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
    </>
  );
}
