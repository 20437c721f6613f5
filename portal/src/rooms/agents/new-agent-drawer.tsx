import { Form, Input } from 'antd';
import { answerOf, api } from '../../api/client';
import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { ObjectDrawer } from '../../ui/object-drawer';
import { ui } from '../../ui/texts';
import { AgentFields } from './agent-fields';
import { agents } from './texts';
import { TIMINGS } from './timings';

type Values = Schemas['CreateAgentDto'];

const USUAL = Object.fromEntries(TIMINGS.map(({ key, usual }) => [key, usual])) as Partial<Values>;

export function NewAgentDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [t, words] = [useTexts(agents), useTexts(ui)];
  return (
    <ObjectDrawer<Values>
      title={t('new')}
      open={open}
      onClose={onClose}
      action={words('create')}
      initial={{ seat_id: null, user_id: null, team_id: null, ...USUAL }}
      save={(body) => answerOf(api.POST('/v1/agents', { body }))}
    >
      {() => (
        <>
          <Form.Item name="number" label={t('number')} extra={t('number_hint')} rules={[{ required: true }, { pattern: /^[1-9]\d{3,5}$/, message: t('number_rule') }]}>
            <Input maxLength={6} inputMode="numeric" />
          </Form.Item>
          <AgentFields />
        </>
      )}
    </ObjectDrawer>
  );
}
