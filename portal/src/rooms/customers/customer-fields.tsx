import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, Select, Switch } from 'antd';
import type { Schemas } from '../../api/types';
import { useSegments } from '../../data/segments';
import { orNull } from '../../data/sound-input';
import { useTexts } from '../../texts/define-texts';
import { customers } from './texts';

export type CustomerValues = Schemas['CreateCustomerDto'];

const MOST_NUMBERS = 10;
const MOST_ATTRIBUTES = 20;

/** What a new customer and one that is there share. */
export function CustomerFields() {
  const t = useTexts(customers);
  const segments = useSegments();
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="numbers" label={t('numbers')} extra={t('numbers_hint')}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={MOST_NUMBERS} tokenSeparators={[';', '\n']} className="figures" />
      </Form.Item>
      <Form.Item name="segment_id" label={t('segment')} normalize={orNull}>
        <Select allowClear placeholder={t('no_segment')} options={segments.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="external_id" label={t('external_id')} extra={t('external_id_hint')} normalize={orNull}>
        <Input maxLength={40} autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="language" label={t('language')} normalize={orNull}>
        <Select allowClear placeholder={t('language_none')} options={[{ value: 'zh-CN', label: t('language_zh') }, { value: 'en', label: t('language_en') }]} />
      </Form.Item>
      <Form.Item name="note" label={t('note')} normalize={orNull}><Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} /></Form.Item>
      <Form.Item label={t('attributes')}><Attributes /></Form.Item>
      <Form.Item name="survey_opt_out" label={t('survey_opt_out_field')} valuePropName="checked"><Switch /></Form.Item>
    </>
  );
}

function Attributes() {
  const t = useTexts(customers);
  return (
    <Form.List name="attributes">
      {(fields, { add, remove }) => (
        <Flex vertical gap={8}>
          {fields.map(({ key, name }) => (
            <Flex key={key} gap={8} align="flex-start">
              <Form.Item name={[name, 'name']} rules={[{ required: true }]} style={{ flex: 2, marginBottom: 0 }}>
                <Input maxLength={40} placeholder={t('attribute_name')} aria-label={`${t('attribute_name')} ${name + 1}`} />
              </Form.Item>
              <Form.Item name={[name, 'value']} normalize={(value: string | undefined) => value ?? ''} style={{ flex: 3, marginBottom: 0 }}>
                <Input maxLength={200} placeholder={t('attribute_value')} aria-label={`${t('attribute_value')} ${name + 1}`} />
              </Form.Item>
              <Button type="text" icon={<CloseOutlined />} aria-label={t('drop_attribute', { nth: name + 1 })} onClick={() => remove(name)} />
            </Flex>
          ))}
          {fields.length < MOST_ATTRIBUTES && <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ name: '', value: '' })}>{t('add_attribute')}</Button>}
        </Flex>
      )}
    </Form.List>
  );
}
