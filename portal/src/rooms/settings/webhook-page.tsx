import { EditOutlined, KeyOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Form, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, versionOf } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useMay } from '../../session/use-may';
import { useTenant } from '../../session/tenant';
import { useTexts } from '../../texts/define-texts';
import { moment } from '../../texts/formats';
import { AskButton } from '../../ui/ask-button';
import { Loaded } from '../../ui/loaded';
import { ObjectDrawer } from '../../ui/object-drawer';
import { RemoveButton } from '../../ui/remove-button';
import { SecretOnce } from '../../ui/secret-once';
import { ui } from '../../ui/texts';
import { SettingsFrame } from './settings-frame';
import { settings } from './texts';
import { WebhookDeliveries } from './webhook-deliveries';
import { useEventName, WebhookFields } from './webhook-fields';
import { WebhookState } from './webhook-state';

type Endpoint = Schemas['WebhookEndpointDto'];
type Change = Pick<Endpoint, 'url' | 'events' | 'active'>;

export function WebhookPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery({
    queryKey: ['webhook-endpoints', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/webhook-endpoints/{id}', { params: { path: { id } }, signal })),
  });
  return <Loaded query={query}>{({ data, etag }) => <EndpointView endpoint={data} etag={etag} />}</Loaded>;
}

function EndpointView({ endpoint, etag }: { endpoint: Endpoint; etag: string }) {
  const t = useTexts(settings);
  const mayWrite = useMay('webhooks:write');
  return (
    <SettingsFrame about={t('webhooks_about')} actions={mayWrite && <Actions endpoint={endpoint} etag={etag} />}>
      <Card><Facts endpoint={endpoint} /></Card>
      <WebhookDeliveries id={endpoint.id} />
    </SettingsFrame>
  );
}

function Facts({ endpoint }: { endpoint: Endpoint }) {
  const t = useTexts(settings);
  const nameOf = useEventName();
  const zone = useTenant().data?.timezone;
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'url', label: t('url'), children: <span style={{ overflowWrap: 'anywhere' }}>{endpoint.url}</span> },
        { key: 'state', label: t('state'), children: <div><WebhookState of={endpoint} /></div> },
        { key: 'events', label: t('events'), children: endpoint.events.map(nameOf).join(', ') },
        { key: 'created', label: t('created'), children: moment(endpoint.created_at, zone) },
      ]}
    />
  );
}

function Actions({ endpoint, etag }: { endpoint: Endpoint; etag: string }) {
  const [t, words] = [useTexts(settings), useTexts(ui)];
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { id, url, events, active } = endpoint;
  const path = { id };
  const changed = { params: { path, header: { 'If-Match': etag } } };
  const renew = async () => setSecret((await answerOf(api.POST('/v1/webhook-endpoints/{id}/secret', { params: { path } }))).secret);
  const remove = async () => {
    await answerOf(api.DELETE('/v1/webhook-endpoints/{id}', changed));
    await navigate({ to: '/settings/webhooks' as string });
  };
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>
      <AskButton icon={<KeyOutlined />} question={t('new_secret_question')} act={renew}>{t('new_secret')}</AskButton>
      <RemoveButton question={t('remove_webhook')} label={url} remove={remove} />
      <ObjectDrawer<Change>
        title={t('webhooks')}
        open={editing}
        onClose={() => setEditing(false)}
        initial={{ url, events, active }}
        save={(body) => answerOf(api.PATCH('/v1/webhook-endpoints/{id}', { ...changed, body }))}
      >
        {() => (
          <>
            <WebhookFields />
            <Form.Item name="active" label={t('active')} extra={t('active_hint')} valuePropName="checked">
              <Switch />
            </Form.Item>
          </>
        )}
      </ObjectDrawer>
      <SecretOnce title={t('secret')} secret={secret} onKept={() => setSecret(null)}>{t('secret_use')}</SecretOnce>
    </>
  );
}
