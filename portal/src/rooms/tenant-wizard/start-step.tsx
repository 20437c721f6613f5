import { Alert, Button, Card, Col, Flex, Form, Input, Radio, Row, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import { integer } from '../../texts/formats';
import { ui } from '../../ui/texts';
import { valueAt, valuesOf } from './draft-text';
import { fillTemplate, type Identity, identityOf } from './fill-template';
import { TEMPLATES } from './templates';
import { wizard } from './texts';

const NAMES = ['emergency-hotline', 'pharma', 'insurance'] as const;

/** What a new tenant begins from, and what makes it another one. */
export function StartStep({ onStart }: { onStart: (text: string) => void }) {
  const [t, words] = [useTexts(wizard), useTexts(ui)];
  const [template, setTemplate] = useState<(typeof NAMES)[number]>('emergency-hotline');
  const text = TEMPLATES[template] ?? '';
  const before = useMemo(() => identityOf(text), [text]);
  const [form] = Form.useForm<Identity>();
  const home = before.domain.slice(before.domain.indexOf('.') + 1);
  const suggest = ({ slug }: Partial<Identity>) => {
    if (slug !== undefined && !form.isFieldTouched('domain')) form.setFieldValue('domain', slug === '' ? '' : `${slug}.${home}`);
  };
  return (
    <Flex vertical gap={16}>
      <Radio.Group value={template} onChange={({ target }) => setTemplate(target.value as typeof template)} aria-label={t('template')} style={{ width: '100%' }}>
        <Row gutter={[12, 12]}>
          {NAMES.map((name) => (
            <Col key={name} xs={24} md={8}>
              <Card size="small" style={{ height: '100%' }}>
                <Radio value={name}><b>{t(`template_${name.replace('-', '_')}` as 'template_pharma')}</b></Radio>
                <div style={{ paddingInlineStart: 24 }}>
                  <Typography.Text type="secondary">{t(`about_${name.replace('-', '_')}` as 'about_pharma')} <Size text={TEMPLATES[name] ?? ''} /></Typography.Text>
                </div>
              </Card>
            </Col>
          ))}
        </Row>
      </Radio.Group>
      <Card>
        <Form<Identity> form={form} layout="vertical" requiredMark="optional" validateMessages={{ required: words('required') }} onValuesChange={suggest} onFinish={({ numbers = [], ...who }) => onStart(fillTemplate(text, { ...who, numbers }))}>
          <Flex gap={12} wrap>
            <Form.Item name="name" label={t('name')} rules={[{ required: true }]} style={{ flex: '1 1 240px' }}><Input maxLength={64} /></Form.Item>
            <Form.Item name="slug" label={t('slug')} extra={t('slug_hint')} rules={[{ required: true }]} style={{ flex: '1 1 180px' }}>
              <Input maxLength={31} autoCapitalize="none" spellCheck={false} />
            </Form.Item>
            <Form.Item name="domain" label={t('domain')} extra={t('domain_hint')} rules={[{ required: true }]} style={{ flex: '1 1 260px' }}>
              <Input maxLength={190} autoCapitalize="none" spellCheck={false} />
            </Form.Item>
          </Flex>
          <Flex gap={12} wrap>
            {before.numbers.map((number, index) => (
              <Form.Item key={`${template}-${number}`} name={['numbers', index]} label={t('number_instead', { number })} extra={t('number_hint')} style={{ flex: '1 1 220px' }}>
                <Input placeholder={number} inputMode="tel" />
              </Form.Item>
            ))}
          </Flex>
          <Alert type="info" showIcon title={t('start_hint')} style={{ marginBottom: 16 }} />
          <Flex justify="flex-end"><Button type="primary" htmlType="submit">{t('begin')}</Button></Flex>
        </Form>
      </Card>
    </Flex>
  );
}

function Size({ text }: { text: string }) {
  const t = useTexts(wizard);
  const seats = Number(valueAt(valuesOf(text), ['quotas', 'seats']));
  return <>{t('up_to_seats', { seats: integer(seats) })}</>;
}
