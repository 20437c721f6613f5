import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, Select, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { allCalendars } from '../../data/calendars';
import { useTexts } from '../../texts/define-texts';
import { numbers } from './texts';
import { useScriptOptions } from './use-script-options';

/** As many as the API takes. */
const MOST = 10;

/** Which scripts lead in which hours: an ordered list, as the first one that is open leads. */
export function ScriptsByHoursFields() {
  const t = useTexts(numbers);
  const calendars = useQuery(allCalendars);
  const scripts = useScriptOptions();
  const calendarOptions = (calendars.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form.Item label={t('by_hours')} extra={t('by_hours_hint')}>
      <Form.List name="scripts_by_hours">
        {(fields, { add, remove, move }) => (
          <Flex vertical gap={8} role="group" aria-label={t('by_hours')}>
            {fields.map(({ key, name }, index) => {
              const nth = index + 1;
              return (
                <Card key={key} size="small" styles={{ body: { padding: '8px 12px' } }}>
                  <Flex align="center" justify="space-between">
                    <Typography.Text type="secondary" className="figures">{nth}.</Typography.Text>
                    <Flex>
                      <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={t('by_hours_up', { nth })} disabled={index === 0} onClick={() => move(index, index - 1)} />
                      <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={t('by_hours_down', { nth })} disabled={index === fields.length - 1} onClick={() => move(index, index + 1)} />
                      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('by_hours_drop', { nth })} onClick={() => remove(name)} />
                    </Flex>
                  </Flex>
                  <Flex gap={8} wrap align="flex-start">
                    <Form.Item name={[name, 'calendar_id']} rules={[{ required: true }]} style={{ flex: '1 1 140px', minWidth: 0, marginBottom: 4 }}>
                      <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t('by_hours_calendar', { nth })} placeholder={t('calendar')} loading={calendars.isPending} options={calendarOptions} />
                    </Form.Item>
                    <Form.Item name={[name, 'ivr']} rules={[{ required: true }]} style={{ flex: '1 1 140px', minWidth: 0, marginBottom: 4 }}>
                      <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t('by_hours_script', { nth })} placeholder={t('ivr')} options={scripts} />
                    </Form.Item>
                  </Flex>
                </Card>
              );
            })}
            {fields.length < MOST && <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>{t('by_hours_add')}</Button>}
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}
