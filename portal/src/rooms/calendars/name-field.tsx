import { Form, Input } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { calendars } from './texts';

export function NameField() {
  const t = useTexts(calendars);
  return (
    <Form.Item name="name" label={t('name')} extra={t('name_hint')} rules={[{ required: true }, { pattern: /^[a-z][a-z0-9_-]{0,40}$/, message: t('name_rule') }]}>
      <Input maxLength={41} autoCapitalize="none" spellCheck={false} />
    </Form.Item>
  );
}
