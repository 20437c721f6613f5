import { Alert, Button, Drawer, Flex, Form, Grid, InputNumber, Progress, Select, Typography } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { agentLabel } from '../../data/agents';
import { allQueues, tiersOf } from '../../data/queues';
import { useTexts } from '../../texts/define-texts';
import { ui } from '../../ui/texts';
import type { FloorAgent } from './agent-rows';
import { into, type Moved, type MoveState, outOf, useMoves } from './move-run';
import { floor as texts } from './texts';

interface Values {
  queue: string;
  level: number;
  position: number;
}

interface MoveDrawerProps {
  way: 'add' | 'take';
  agents: FloorAgent[];
  onClose: () => void;
}

/** Several agents into a queue or out of one. */
export function MoveDrawer({ way, agents, onClose }: MoveDrawerProps) {
  const [t, words] = [useTexts(texts), useTexts(ui)];
  const small = !(Grid.useBreakpoint().sm ?? true);
  const [form] = Form.useForm<Values>();
  // those chosen when it was opened: the floor moves on meanwhile
  const [moved] = useState(() => agents.map((agent, nth): Moved => ({ agent, nth })));
  const { state, run, stop } = useMoves();
  const start = (whom: Moved[]) => {
    const { queue, level, position } = form.getFieldsValue(true) as Values;
    void run(whom, way === 'add' ? into(queue, level, position) : outOf(queue, t('stays_by_skill')));
  };
  const isOver = state !== null && !state.running;
  return (
    <Drawer open title={t(way === 'add' ? 'add_to_queue' : 'take_from_queue')} size={small ? '100%' : 420} onClose={onClose} closable={!state?.running} keyboard={!state?.running} mask={{ closable: !state?.running }}>
      <Form<Values> form={form} layout="vertical" disabled={state !== null} requiredMark={false} initialValues={{ level: 0 }} validateMessages={{ required: words('required') }} onFinish={() => start(moved)}>
        <Typography.Paragraph>{t(way === 'add' ? 'add_about' : 'take_about', { count: moved.length })}</Typography.Paragraph>
        <QueueFields way={way} />
        {state === null && (
          <Flex gap={8} justify="flex-end">
            <Button onClick={onClose}>{words('cancel')}</Button>
            <Button type="primary" htmlType="submit">{t(way === 'add' ? 'add_to_queue' : 'take_from_queue')}</Button>
          </Flex>
        )}
      </Form>
      {state && <Running state={state} />}
      {state && (
        <Flex gap={8} justify="flex-end" style={{ marginTop: 16 }}>
          {state.running && <Button onClick={stop}>{t('stop')}</Button>}
          {isOver && state.failures.length > 0 && <Button onClick={() => start(state.failures)}>{t('try_again')}</Button>}
          {isOver && <Button type="primary" onClick={onClose}>{words('close')}</Button>}
        </Flex>
      )}
    </Drawer>
  );
}

function QueueFields({ way }: Pick<MoveDrawerProps, 'way'>) {
  const t = useTexts(texts);
  const form = Form.useFormInstance<Values>();
  const queues = useQuery(allQueues);
  const queue = Form.useWatch('queue', form);
  const tiers = useQuery({ ...tiersOf(queue ?? ''), enabled: way === 'add' && queue !== undefined });
  const last = tiers.data && Math.max(0, ...tiers.data.data.tiers.map(({ position }) => position));
  useEffect(() => {
    if (last !== undefined && !form.isFieldTouched('position')) form.setFieldValue('position', Math.min(30_000, last + 1));
  }, [form, last]);
  return (
    <>
      <Form.Item name="queue" label={t('queue')} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} loading={queues.isPending} options={queues.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []} />
      </Form.Item>
      {way === 'add' && (
        <>
          <Form.Item name="level" label={t('level')} extra={t('level_hint')} rules={[{ required: true }]}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
          <Form.Item name="position" label={t('first_position')} extra={t('position_hint')} rules={[{ required: true }]}>
            <InputNumber min={1} max={30_000} precision={0} />
          </Form.Item>
        </>
      )}
    </>
  );
}

/** How far it is, and who was refused why. */
function Running({ state: { all, done, failures, running } }: { state: MoveState }) {
  const t = useTexts(texts);
  const left = all - done - failures.length;
  const text = t('moved', { done, all });
  return (
    <Flex vertical gap={12} style={{ marginTop: 16 }}>
      <Progress percent={all === 0 ? 100 : Math.floor(((done + failures.length) / all) * 100)} {...(failures.length > 0 && { status: 'exception' as const })} aria-label={text} />
      <span role="status" className="figures">{text}</span>
      {!running && left > 0 && <Alert type="info" showIcon title={t('stopped', { count: left })} />}
      {failures.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('refused', { count: failures.length })}
          description={<ul style={{ margin: 0, paddingInlineStart: 18 }}>{failures.map(({ agent, reason }) => <li key={agent.id}>{agentLabel(agent)}: {reason}</li>)}</ul>}
        />
      )}
    </Flex>
  );
}
