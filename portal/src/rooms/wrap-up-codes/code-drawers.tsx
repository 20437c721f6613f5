import { Form, Input, Select, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client';
import type { Schemas } from '../../api/types';
import { allQueues } from '../../data/queues';
import { orNull } from '../../data/sound-input';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { wrapUpCodes } from './texts';

type Created = Schemas['CreateWrapUpCodeDto'];
type Changed = Schemas['ChangeWrapUpCodeDto'];

export function NewCodeDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(wrapUpCodes), useTexts(ui)];
  return (
    <ObjectDrawer<Created> title={t('new')} open={open} onClose={onClose} action={words('create')} initial={{ active: true, queue_ids: [] }} save={(body) => answerOf(api.POST('/v1/wrap-up-codes', { body }))}>
      {() => (
        <>
          <Form.Item name="code" label={t('code')} extra={t('code_hint')} rules={[{ required: true }]}>
            <Input maxLength={30} autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <CodeFields />
        </>
      )}
    </ObjectDrawer>
  );
}

/** Opens once the code is read with its version. */
export function EditCodeDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = useQuery({
    queryKey: ['wrap-up-codes', id],
    queryFn: ({ signal }) => versionOf(api.GET('/v1/wrap-up-codes/{id}', { params: { path: { id } }, signal })),
  });
  if (!data) return null;
  const { code, name, name_zh, queue_ids, active } = data.data;
  const changed = { params: { path: { id }, header: { 'If-Match': data.etag } } };
  return (
    <ObjectDrawer<Changed> title={code} open onClose={onClose} initial={{ name, name_zh, queue_ids, active }} save={(body) => answerOf(api.PATCH('/v1/wrap-up-codes/{id}', { ...changed, body }))}>
      {() => <CodeFields />}
    </ObjectDrawer>
  );
}

/** What a new code and one that is there share. */
function CodeFields() {
  const t = useTexts(wrapUpCodes);
  const queues = useQuery(allQueues);
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input maxLength={64} /></Form.Item>
      <Form.Item name="name_zh" label={t('name_zh')} extra={t('name_zh_hint')} normalize={orNull}><Input maxLength={64} /></Form.Item>
      <Form.Item name="queue_ids" label={t('queues')} extra={t('queues_hint')}>
        <Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('every_call')} loading={queues.isPending} options={(queues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="active" label={t('active_field')} extra={t('active_hint')} valuePropName="checked"><Switch /></Form.Item>
    </>
  );
}
