import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, type FormListFieldData, type FormListOperation, Input, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { type BreakReason, breakReasons } from '../../data/break-reasons';
import { useMay } from '../../session/use-may';
import { useTexts } from '../../texts/define-texts';
import { ListTable } from '../../ui/list-table';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { SettingsFrame } from './settings-frame';
import { settings } from './texts';

type List = Schemas['BreakReasonsDto'];

const MOST = 20;
/** As the API has it. */
const LONGEST = { code: 20, name: 30 };

/** Why agents may be on a break. */
export function BreaksPage() {
  const [t, words] = [useTexts(settings), useTexts(ui)];
  const mayWrite = useMay('agents:write');
  const query = useQuery(breakReasons);
  const [editing, setEditing] = useState(false);
  const edit = mayWrite && query.data && <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{words('edit')}</Button>;
  return (
    <SettingsFrame about={t('breaks_about')} actions={edit}>
      <ListTable<BreakReason & { id: string }>
        query={query}
        rows={query.data?.data.reasons.map((reason) => ({ ...reason, id: reason.code }))}
        empty={t('no_breaks')}
        columns={[
          { title: t('name_en'), dataIndex: 'name_en', key: 'en' },
          { title: t('name_zh'), dataIndex: 'name_zh', key: 'zh' },
          { title: t('code'), key: 'code', render: (_, { code }) => <code>{code}</code> },
        ]}
      />
      <ObjectDrawer<List>
        title={t('breaks')}
        open={editing}
        onClose={() => setEditing(false)}
        initial={query.data?.data ?? { reasons: [] }}
        save={(body) => answerOf(api.PUT('/v1/break-reasons', { params: { header: { 'If-Match': query.data?.etag ?? '' } }, body: { reasons: body.reasons ?? [] } }))}
        width={560}
      >
        {() => (
          <Form.List name="reasons">
            {(fields, change) => <Reasons fields={fields} change={change} />}
          </Form.List>
        )}
      </ObjectDrawer>
    </SettingsFrame>
  );
}

function Reasons({ fields, change }: { fields: FormListFieldData[]; change: FormListOperation }) {
  const t = useTexts(settings);
  return (
    <Flex vertical gap={12} style={{ marginBottom: 16 }}>
      <Typography.Text type="secondary">{t('breaks_hint')}</Typography.Text>
      {fields.map(({ key, name }, place) => (
        <Reason key={key} name={name} isFirst={place === 0} isLast={place === fields.length - 1} change={change} />
      ))}
      {fields.length < MOST && <Button block type="dashed" icon={<PlusOutlined />} onClick={() => change.add()}>{t('add_break')}</Button>}
    </Flex>
  );
}

interface ReasonProps {
  name: number;
  isFirst: boolean;
  isLast: boolean;
  change: FormListOperation;
}

function Reason({ name, isFirst, isLast, change }: ReasonProps) {
  const t = useTexts(settings);
  const nth = t('nth_break', { nth: name + 1 });
  return (
    <Card size="small" role="group" aria-label={nth}>
      <Flex gap={8} wrap>
        {(['name_en', 'name_zh', 'code'] as const).map((each) => (
          <Form.Item key={each} name={[name, each]} label={t(each)} rules={[{ required: true }]} style={{ flex: '1 1 120px', margin: 0 }}>
            <Input maxLength={each === 'code' ? LONGEST.code : LONGEST.name} />
          </Form.Item>
        ))}
      </Flex>
      <Flex justify="flex-end" gap={4}>
        <Button type="text" icon={<ArrowUpOutlined />} aria-label={`${t('move_up')}: ${nth}`} disabled={isFirst} onClick={() => change.move(name, name - 1)} />
        <Button type="text" icon={<ArrowDownOutlined />} aria-label={`${t('move_down')}: ${nth}`} disabled={isLast} onClick={() => change.move(name, name + 1)} />
        <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${t('remove_break')}: ${nth}`} onClick={() => change.remove(name)} />
      </Flex>
    </Card>
  );
}
