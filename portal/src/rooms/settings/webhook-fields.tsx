import { Checkbox, Form, Input } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { settings } from './texts';

/** As the API names them. */
export const WEBHOOK_EVENTS = [
  'call.ended', 'call.wrap_up_code_chosen', 'agent.put_on_break', 'seat.suspended',
  'emergency.started', 'emergency.changed', 'emergency.ended', 'voicemail.left',
] as const;
type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** An event in words; one that has none yet by its name. */
export function useEventName(): (event: string) => string {
  const t = useTexts(settings);
  return (event) => (WEBHOOK_EVENTS.some((each) => each === event) ? t(event as WebhookEvent) : event);
}

export function WebhookFields() {
  const t = useTexts(settings);
  const nameOf = useEventName();
  return (
    <>
      <Form.Item name="url" label={t('url')} extra={t('url_hint')} rules={[{ required: true }]}>
        <Input type="url" maxLength={500} spellCheck={false} placeholder="https://crm.company.example/hooks" />
      </Form.Item>
      <Form.Item name="events" label={t('events')} rules={[{ required: true, type: 'array', min: 1 }]}>
        <Checkbox.Group style={{ flexDirection: 'column', gap: 8 }} options={WEBHOOK_EVENTS.map((value) => ({ value, label: nameOf(value) }))} />
      </Form.Item>
    </>
  );
}
