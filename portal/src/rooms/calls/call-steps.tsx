import { Timeline, Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useOutcomeName } from '../../data/outcomes';
import { useStore } from '../../state/store';
import { type KeysOf, type Translate, useTexts } from '../../texts/define-texts';
import { duration, timeOfDay } from '../../texts/formats';
import { isDark } from '../../theme/appearance';
import { STATE_COLOURS, type StateColour } from '../../theme/theme';
import { useNumberText } from '../../ui/use-number-text';
import { type Step, storyOf } from './story';
import { calls } from './texts';

type Words = Translate<KeysOf<typeof calls>>;
type Names = Record<'number' | 'outcome', (value: string | null) => string>;

/** What happened, step by step, in words. */
export function CallSteps({ call, zone }: { call: Schemas['CallDetailsDto']; zone: string | undefined }) {
  const t = useTexts(calls);
  const names = { number: useNumberText(), outcome: useOutcomeName() };
  const shade = useStore(isDark) ? 'dark' : 'light';
  return (
    <Timeline
      style={{ marginBlockEnd: -16 }}
      items={storyOf(call).map((step) => ({
        color: STATE_COLOURS[colourOf(step)][shade],
        content: (
          <div className="figures" data-step={step.kind}>
            <Typography.Text strong={step.kind === 'answered' || step.kind === 'ended'}>{textOf(t, names, step, call)}</Typography.Text>
            <Typography.Text type="secondary">{lastingOf(t, step)}</Typography.Text>
            <div>
              <Typography.Text type="secondary" style={{ fontSize: 12 }}>
                {timeOfDay(step.at, zone)} · +{duration((Date.parse(step.at) - Date.parse(call.started_at)) / 1000)}
              </Typography.Text>
            </div>
          </div>
        ),
      }))}
    />
  );
}

function colourOf(step: Step): StateColour {
  switch (step.kind) {
    case 'answered':
    case 'party-answered':
      return 'good';
    case 'joined':
    case 'rung':
      return 'warn';
    case 'offered':
      return step.result === 'answered' ? 'good' : 'bad';
    case 'left':
      return 'bad';
    default:
      return 'idle';
  }
}

function textOf(t: Words, names: Names, step: Step, call: Schemas['CallDetailsDto']): string {
  const [from, to] = [names.number(call.from_number), names.number(call.to_number)];
  switch (step.kind) {
    case 'arrived':
      return t('step_arrived', { from, to });
    case 'dialled':
      return t('step_dialled', { from, to });
    case 'greeting':
      return t('step_greeting');
    case 'joined':
      return t('step_joined', { queue: step.queue });
    case 'left':
      return t('step_left', { queue: step.queue, outcome: names.outcome(step.outcome) });
    case 'offered':
      return `${t('step_offered', { agent: step.agent })}: ${offerName(t, step.result)}`;
    case 'answered':
      return t('step_answered', { agent: `${t('agent')} ${step.agent}` });
    case 'rung':
      return t('step_rung', { to: names.number(step.to) });
    case 'party-answered':
      return t('step_party_answered', { to: names.number(step.to) });
    case 'ended':
      return t('step_ended', { by: step.by === null ? '–' : t(`ended_by_${step.by as 'caller'}`) });
  }
}

const OFFERS = ['answered', 'no-answer', 'busy', 'rejected', 'not-registered', 'cancelled', 'failed'];

function offerName(t: Words, result: string): string {
  return OFFERS.includes(result) ? t(`offer_${result.replaceAll('-', '_') as 'busy'}`) : result;
}

const LASTING = {
  arrived: 'lasted_for', dialled: 'lasted_for', greeting: 'lasted_for', joined: 'waited_for', offered: 'rang_for', rung: 'rang_for',
  answered: 'talked_for', 'party-answered': 'talked_for', left: null, ended: null,
} as const satisfies Record<Step['kind'], KeysOf<typeof calls> | null>;

function lastingOf(t: Words, { kind, seconds }: Step): string | null {
  const key = LASTING[kind];
  return key === null || seconds === null ? null : ` · ${t(key, { time: duration(seconds) })}`;
}
