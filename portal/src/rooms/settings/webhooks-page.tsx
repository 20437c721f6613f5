import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { allPages } from '../../api/all-pages';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { day } from '../../texts/formats';
import { ListTable } from '../../ui/list-table';
import { ObjectDrawer } from '../../ui/object-drawer';
import { SecretOnce } from '../../ui/secret-once';
import { ui } from '../../ui/texts';
import { SettingsFrame } from './settings-frame';
import { settings } from './texts';
import { useEventName, WebhookFields } from './webhook-fields';
import { WebhookState } from './webhook-state';

type Endpoint = Schemas['WebhookEndpointDto'];

export function WebhooksPage() {
  const [t, words] = [useTexts(settings), useTexts(ui)];
  const zone = useTenant().data?.timezone;
  const mayWrite = useMay('webhooks:write');
  const nameOf = useEventName();
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['webhook-endpoints'],
    queryFn: ({ signal }) => allPages((page) => answerOf(api.GET('/v1/webhook-endpoints', { params: { query: page }, signal }))),
  });
  const create = mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new_webhook')}</Button>;
  return (
    <SettingsFrame about={t('webhooks_about')} actions={create}>
      <ListTable<Endpoint>
        query={query}
        rows={query.data}
        empty={mayWrite && t('no_webhooks')}
        columns={[
          {
            title: t('url'),
            key: 'url',
            render: (_, { id, url }) => <Link to={'/settings/webhooks/$id' as string} params={{ id } as never} style={{ overflowWrap: 'anywhere' }}>{url}</Link>,
          },
          { title: t('events'), key: 'events', render: (_, { events }) => events.map((event) => <div key={event}>{nameOf(event)}</div>) },
          { title: t('state'), key: 'state', render: (_, endpoint) => <WebhookState of={endpoint} /> },
          { title: t('created'), key: 'created', render: (_, { created_at: at }) => day(at, zone) },
        ]}
      />
      <ObjectDrawer<Schemas['CreateWebhookEndpointDto']>
        title={t('new_webhook')}
        open={creating}
        onClose={() => setCreating(false)}
        action={words('create')}
        initial={{ events: ['call.ended'] }}
        save={async (body) => setSecret((await answerOf(api.POST('/v1/webhook-endpoints', { body }))).secret)}
      >
        {() => <WebhookFields />}
      </ObjectDrawer>
      <SecretOnce title={t('secret')} secret={secret} onKept={() => setSecret(null)}>{t('secret_use')}</SecretOnce>
    </SettingsFrame>
  );
}
