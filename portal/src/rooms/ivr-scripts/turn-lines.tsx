import { PhoneOutlined, SoundOutlined, UserOutlined } from '@ant-design/icons';
import { useTexts } from '../../texts/define-texts';
import { type Command, commandOf, type TryAnswer, type TryInput } from './try-command';
import { tryTexts } from './try-texts';
import type { Turn } from './use-trial';

interface TurnLinesProps {
  turn: Turn;
  /** What the input answers. */
  before: TryAnswer | undefined;
  script: string;
  stepName: (name: string) => string;
}

/** One turn of a trial call: what the caller did, where that led, and what is heard there. */
export function TurnLines({ turn: { input, answer }, before, script, stepName }: TurnLinesProps) {
  const t = useTexts(tryTexts);
  const did = useDid();
  const entered = answer.path.slice(before?.path.length ?? 0).map((each) => {
    const [of = '', name = ''] = each.split('/');
    return of === script ? stepName(name) : `${name} (${t('in_script', { script: of })})`;
  });
  const commands = answer.commands.map(commandOf);
  const fellBack = answer.step === null && !answer.ended;
  return (
    <>
      {input && <p className="ivr-caller"><UserOutlined aria-hidden /> {did(input, before ? commandOf(before.commands.at(-1)) : undefined)}</p>}
      {entered.length > 0 && <p className="ivr-entered">{entered.join(' → ')}</p>}
      {fellBack && <p className="ivr-entered">{t('fallback')}</p>}
      {commands.map((command, index) => <Heard key={index} command={command} />)}
      {answer.ended && <p className="ivr-entered"><PhoneOutlined aria-hidden /> {t('ended')}</p>}
    </>
  );
}

function Heard({ command: { kind, spoken, queue, priority, to, lastAgentDays, by, subject, text: written, url, question, score } }: { command: Command }) {
  const t = useTexts(tryTexts);
  const isSilent = spoken.length === 0 && (kind === 'play' || kind === 'ask');
  return (
    <>
      {spoken.map(({ text, sound }, index) => (
        <p key={index} className="ivr-heard"><SoundOutlined aria-hidden /> {text ?? t('hears_sound', { name: sound })}</p>
      ))}
      {isSilent && <p className="ivr-entered">{t('hears_nothing')}</p>}
      {kind === 'queue' && <p className="ivr-entered">{t('in_queue', { name: queue })}{priority > 0 && ` · ${t('ahead', { count: priority })}`}</p>}
      {kind === 'callback' && <p className="ivr-entered">{t('callback', { name: queue })}</p>}
      {kind === 'voicemail' && <p className="ivr-entered">{t('voicemail', { name: queue })}</p>}
      {kind === 'notice' && <p className="ivr-entered">{t(by === 'email' ? 'notice_email' : 'notice_sms', { to, text: [subject, written].filter(Boolean).join(': ') })}</p>}
      {kind === 'transfer' && <p className="ivr-entered">{t('transfer', { to: to || t('last_agent', { count: lastAgentDays }) })}</p>}
      {kind === 'look-up' && <p className="ivr-entered">{t('look_up', { url })}</p>}
      {kind === 'rated' && <p className="ivr-entered">{t('rated', { question, score })}</p>}
    </>
  );
}

/** What the caller, or the world, did, in words. */
function useDid(): (input: TryInput, asked: Command | undefined) => string {
  const t = useTexts(tryTexts);
  const factsText = ({ open = {}, queues = {} }: TryInput) =>
    [
      ...Object.entries(open).map(([name, isOpen]) => t((isOpen as unknown) === true ? 'is_open' : 'closed', { name })),
      ...Object.entries(queues).map(([name, now]) => t('queue_now', { name, ...(now as object) })),
    ].join(', ');
  return (input, asked) => {
    const { kind, digits = '', why, values } = input;
    switch (kind) {
      case 'done':
        if (asked?.kind === 'notice') return t('notice_sent');
        return t(asked?.kind === 'voicemail' ? 'left' : 'called_back');
      case 'digits':
        if (digits === '') return t('was_silent');
        return asked?.masked ? t('pressed_secret') : t('pressed', { digits });
      case 'facts':
        return factsText(input);
      case 'found':
        return t('was_found', { values: Object.entries(values ?? {}).map(([name, value]) => `${name} = ${String(value)}`).join(', ') });
      case 'not-found':
        return t('was_not_found');
      case 'hung-up':
        return t('hung_up');
      case 'back':
        if (why === 'key') return t('leaves', { key: digits });
        if (why === 'served') return t('served');
        if (why === 'timed-out') return t('timed_out');
        return why === 'no-agents' ? t('no_agents') : asked?.kind === 'transfer' ? t('not_answered') : t('was_failed');
      default:
        if (asked?.kind === 'voicemail') return t('no_voicemail');
        if (asked?.kind === 'notice') return t('no_notice');
        return asked?.kind === 'callback' ? t('no_callback') : t('was_failed');
    }
  };
}
