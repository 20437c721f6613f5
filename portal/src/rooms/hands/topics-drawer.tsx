import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, type FormListOperation, Input, Typography } from 'antd';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { orNull } from '../../data/sound-input';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { hands } from './texts';

type Topics = Schemas['HandTopicsDto'];

const MOST = 20;
/** As the API has it. */
const LONGEST = { code: 30, name: 64 };

interface TopicsDrawerProps {
  topics: { data: Topics; etag: string };
  open: boolean;
  onClose: () => void;
}

/** What agents raise their hands for. */
export function TopicsDrawer({ topics: { data, etag }, open, onClose }: TopicsDrawerProps) {
  const t = useTexts(hands);
  const save = ({ topics }: Topics) => answerOf(api.PUT('/v1/hand-topics', { params: { header: { 'If-Match': etag } }, body: { topics: topics ?? [] } }));
  return (
    <ObjectDrawer<Topics> title={t('topics_title')} open={open} onClose={onClose} initial={data} save={save} width={600}>
      {() => (
        <Form.List name="topics">
          {(fields, change) => (
            <Flex vertical gap={12} style={{ marginBottom: 16 }}>
              <Typography.Text type="secondary">{t('topics_hint')}</Typography.Text>
              {fields.map(({ key, name }) => <Topic key={key} name={name} change={change} />)}
              {fields.length < MOST && <Button block type="dashed" icon={<PlusOutlined />} onClick={() => change.add()}>{t('add_topic')}</Button>}
            </Flex>
          )}
        </Form.List>
      )}
    </ObjectDrawer>
  );
}

function Topic({ name, change }: { name: number; change: FormListOperation }) {
  const t = useTexts(hands);
  const nth = t('nth_topic', { nth: name + 1 });
  return (
    <Card size="small" role="group" aria-label={nth}>
      <Flex gap={8} wrap>
        <Form.Item name={[name, 'name']} label={t('name')} rules={[{ required: true }]} style={{ flex: '1 1 140px', margin: 0 }}><Input maxLength={LONGEST.name} /></Form.Item>
        <Form.Item name={[name, 'name_zh']} label={t('name_zh')} normalize={orNull} style={{ flex: '1 1 140px', margin: 0 }}><Input maxLength={LONGEST.name} /></Form.Item>
        <Form.Item name={[name, 'code']} label={t('code')} rules={[{ required: true }]} style={{ flex: '1 1 120px', margin: 0 }}><Input maxLength={LONGEST.code} /></Form.Item>
      </Flex>
      <Flex justify="flex-end" gap={4}>
        <Button type="text" icon={<ArrowUpOutlined />} aria-label={`${t('move_up')}: ${nth}`} disabled={name === 0} onClick={() => change.move(name, name - 1)} />
        <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${t('remove_topic')}: ${nth}`} onClick={() => change.remove(name)} />
      </Flex>
    </Card>
  );
}
