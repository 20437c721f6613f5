import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { allPages } from '../../api/all-pages';
import { answerOf, api } from '../../api/client';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ListTable } from '../../ui/list-table';
import { RoomPage } from '../../ui/room-page';
import { useFilters } from '../../ui/search-params';
import { SecretOnce } from '../../ui/secret-once';
import { useKeyColumns } from './key-columns';
import { type ApiKey, stateOf } from './key-state';
import { type Given, NewKeyDrawer } from './new-key-drawer';
import { RotateDrawer } from './rotate-drawer';
import { apiKeys } from './texts';

const MINUTE_MS = 60_000;

export function ApiKeysPage() {
  const t = useTexts(apiKeys);
  const mayWrite = useMay('api-keys:write');
  const [{ all }, filter] = useFilters<{ all?: string }>();
  const [creating, setCreating] = useState(false);
  const [rotating, setRotating] = useState<ApiKey | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  const query = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => allPages((page) => answerOf(api.GET('/v1/api-keys', { params: { query: page }, signal }))),
    refetchInterval: MINUTE_MS,
  });
  // states are those of the moment at which the list was read
  const now = query.dataUpdatedAt;
  const actions = (
    <>
      <Button href="/docs" target="_blank" rel="noreferrer">{t('documentation')}</Button>
      {mayWrite && <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>{t('new')}</Button>}
    </>
  );
  return (
    <RoomPage title={t('title')} about={t('about')} actions={actions}>
      <Checkbox checked={all !== undefined} onChange={({ target }) => filter({ all: target.checked ? 'yes' : undefined })}>{t('show_revoked')}</Checkbox>
      <ListTable<ApiKey>
        query={query}
        rows={query.data?.filter((key) => all !== undefined || stateOf(key, now) === 'live')}
        empty={mayWrite && t('empty')}
        columns={useKeyColumns(now, setRotating)}
      />
      <NewKeyDrawer open={creating} onClose={() => setCreating(false)} onGiven={setGiven} />
      <RotateDrawer of={rotating} onClose={() => setRotating(null)} onGiven={setGiven} />
      <SecretOnce title={t('secret_of', { name: given?.name })} secret={given?.secret ?? null} onKept={() => setGiven(null)}>{t('secret_use')}</SecretOnce>
    </RoomPage>
  );
}
