import { PhoneOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Input, InputNumber, Typography } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../texts/define-texts';
import type { Command, TryInput } from './try-command';
import { tryTexts } from './try-texts';

const KEYS = [...'123456789*0#'];

interface ActionsProps {
  command: Command;
  isPending: boolean;
  send: (input: TryInput) => void;
}

/** What may come of a command, to choose from. */
export function TrialActions(props: ActionsProps) {
  const t = useTexts(tryTexts);
  return (
    <Flex vertical gap={10}>
      <Choices {...props} />
      <Button
        danger
        icon={<PhoneOutlined rotate={225} />}
        disabled={props.isPending}
        onClick={() => props.send({ kind: 'hung-up' })}
      >
        {t('hang_up')}
      </Button>
    </Flex>
  );
}

function Choices(props: ActionsProps) {
  const t = useTexts(tryTexts);
  const { command, isPending, send } = props;
  const answer = (label: string, input: TryInput) => <Button key={label} disabled={isPending} onClick={() => send(input)}>{label}</Button>;
  switch (command.kind) {
    case 'ask':
      return <Keys {...props} />;
    case 'look':
      return <Facts {...props} />;
    case 'look-up':
      return <Found {...props} />;
    case 'queue':
      return (
        <Flex gap={8} wrap>
          {answer(t('served'), { kind: 'back', why: 'served' })}
          {answer(t('timed_out'), { kind: 'back', why: 'timed-out' })}
          {answer(t('no_agents'), { kind: 'back', why: 'no-agents' })}
          {[...command.exitKeys].map((key) => answer(t('key', { key }), { kind: 'back', why: 'key', digits: key }))}
        </Flex>
      );
    case 'callback':
      return (
        <Flex gap={8} wrap>
          {answer(t('called_back'), { kind: 'done' })}
          {answer(t('no_callback'), { kind: 'failed' })}
        </Flex>
      );
    case 'voicemail':
      return (
        <Flex gap={8} wrap>
          {answer(t('left'), { kind: 'done' })}
          {answer(t('no_voicemail'), { kind: 'failed' })}
        </Flex>
      );
    case 'notice':
      return (
        <Flex gap={8} wrap>
          {answer(t('notice_sent'), { kind: 'done' })}
          {answer(t('no_notice'), { kind: 'failed' })}
        </Flex>
      );
    case 'transfer':
      return (
        <Flex gap={8} wrap>
          {answer(t('answered'), { kind: 'back', why: 'served' })}
          {answer(t('not_answered'), { kind: 'back', why: 'failed' })}
        </Flex>
      );
    default:
      return null;
  }
}

/** A telephone's keys. Where one is asked for, it is sent at once. */
function Keys({ command: { most }, isPending, send }: ActionsProps) {
  const t = useTexts(tryTexts);
  const [digits, setDigits] = useState('');
  const press = (key: string) => {
    if (most === 1) return send({ kind: 'digits', digits: key });
    if (/\d/.test(key)) setDigits((digits + key).slice(0, most));
  };
  return (
    <Flex vertical gap={8}>
      <div className="ivr-keys" role="group" aria-label={t('keypad')}>
        {KEYS.map((key) => <Button key={key} size="large" disabled={isPending} aria-label={t('key', { key })} onClick={() => press(key)}>{key}</Button>)}
      </div>
      {most > 1 && (
        <Flex gap={8}>
          <Input
            aria-label={t('digits')} placeholder={t('digits')} inputMode="numeric" maxLength={most} value={digits}
            onChange={({ target }) => setDigits(target.value.replace(/\D/g, ''))}
            onPressEnter={() => digits !== '' && send({ kind: 'digits', digits })}
          />
          <Button type="primary" disabled={isPending || digits === ''} onClick={() => send({ kind: 'digits', digits })}>{t('send')}</Button>
        </Flex>
      )}
      <Button disabled={isPending} onClick={() => send({ kind: 'digits', digits: '' })}>{t('silent')}</Button>
    </Flex>
  );
}

interface QueueNow {
  waiting: number;
  agents: number;
  estimated_wait: number;
}

/** Whether it is open, and how full queues are: at the moment of the trial, as whoever tries says. */
function Facts({ command: { calendars, queues }, isPending, send }: ActionsProps) {
  const t = useTexts(tryTexts);
  const [open, setOpen] = useState<Record<string, boolean>>(() => Object.fromEntries(calendars.map((name) => [name, true])));
  const [now, setNow] = useState<Record<string, QueueNow>>(() => Object.fromEntries(queues.map((name) => [name, { waiting: 0, agents: 1, estimated_wait: 0 }])));
  const figure = (queue: string, field: keyof QueueNow, label: string) => (
    <Flex key={`${queue} ${field}`} justify="space-between" align="center" gap={8}>
      <Typography.Text>{label}</Typography.Text>
      <InputNumber
        aria-label={label}
        min={0}
        max={86_400}
        precision={0}
        value={now[queue]?.[field] ?? 0}
        onChange={(value) => setNow({ ...now, [queue]: { ...now[queue]!, [field]: value ?? 0 } })}
      />
    </Flex>
  );
  return (
    <Flex vertical gap={8}>
      <Typography.Text strong>{t('facts')}</Typography.Text>
      {calendars.map((name) => (
        <Checkbox
          key={name}
          checked={open[name] === true}
          onChange={({ target }) => setOpen({ ...open, [name]: target.checked })}
        >
          {t('is_open', { name })}
        </Checkbox>
      ))}
      {queues.flatMap((name) => [
        figure(name, 'waiting', t('waiting', { name })),
        figure(name, 'agents', t('agents', { name })),
        figure(name, 'estimated_wait', t('wait', { name })),
      ])}
      <Button
        type="primary"
        disabled={isPending}
        onClick={() => send({ kind: 'facts', open: open as never, queues: now as never })}
      >
        {t('go_on')}
      </Button>
    </Flex>
  );
}

/** What the client's own system answers. */
function Found({ command: { keep }, isPending, send }: ActionsProps) {
  const t = useTexts(tryTexts);
  const [values, setValues] = useState<Record<string, string>>({});
  return (
    <Flex vertical gap={8}>
      {keep.map((name) => (
        <Flex key={name} justify="space-between" align="center" gap={8}>
          <Typography.Text>{name}</Typography.Text>
          <Input
            aria-label={name}
            style={{ width: 200 }}
            value={values[name] ?? ''}
            onChange={({ target }) => setValues({ ...values, [name]: target.value })}
          />
        </Flex>
      ))}
      <Flex gap={8} wrap>
        <Button type="primary" disabled={isPending} onClick={() => send({ kind: 'found', values: values as never })}>{t('found')}</Button>
        <Button disabled={isPending} onClick={() => send({ kind: 'not-found' })}>{t('not_found')}</Button>
        <Button disabled={isPending} onClick={() => send({ kind: 'failed' })}>{t('failed')}</Button>
      </Flex>
    </Flex>
  );
}
