import { Typography } from 'antd';
import type { Schemas } from '../../api/types';
import { useStore } from '../../state/store';
import { type Translate, useTexts, type KeysOf } from '../../texts/define-texts';
import { duration } from '../../texts/formats';
import { isDark } from '../../theme/appearance';
import { useNumberText } from '../../ui/use-number-text';
import { type Lane, lanesOf, marksOf, type Phase, type Stretch } from './lanes';
import { wholeSeconds } from './story';
import { calls } from './texts';

type Words = Translate<KeysOf<typeof calls>>;
/** With its number as it is shown. */
type ShownLane = Lane & { who: string };

/** Ground and text, each pair 4.5:1 at least. */
const PAINT: Record<Phase, { light: [string, string]; dark: [string, string] }> = {
  ringing: { light: ['#fdebc8', '#6b3d00'], dark: ['#4d3510', '#ffd591'] },
  greeting: { light: ['#e3e8ef', '#3c4652'], dark: ['#2b333d', '#c6d0dc'] },
  waiting: { light: ['#fcdcdc', '#8f1b22'], dark: ['#51222a', '#ffb3ad'] },
  talking: { light: ['#cfe3ff', '#0a3f94'], dark: ['#15376b', '#bcd8ff'] },
  connected: { light: ['#e3e8ef', '#3c4652'], dark: ['#2b333d', '#c6d0dc'] },
};
const LABEL_WIDTH = 128;

/** Who did what at the same time, to scale. The list below says the same in words, so this is a picture to a screen reader. */
export function CallLanes({ call }: { call: Schemas['CallDetailsDto'] }) {
  const [t, shown] = [useTexts(calls), useNumberText()];
  const lanes = lanesOf(call).map((lane) => ({ ...lane, who: shown(lane.who) }));
  const begun = Date.parse(call.started_at);
  const length = call.ended_at === null ? 0 : Date.parse(call.ended_at) - begun;
  if (length === 0 || lanes.every(({ stretches }) => stretches.length === 0)) return null;
  return (
    <figure style={{ margin: 0 }} role="img" aria-label={`${t('story')}: ${lanes.map((lane) => describe(t, lane, begun)).join('; ')}`}>
      <Typography.Paragraph type="secondary">{t('story_about')}</Typography.Paragraph>
      <div aria-hidden style={{ overflowX: 'auto' }}>
        <div style={{ minWidth: 460 }}>
          {lanes.map((lane, index) => <LaneRow key={index} lane={lane} begun={begun} length={length} />)}
          <Scale length={length} />
        </div>
      </div>
    </figure>
  );
}

interface InTime {
  /** Epoch milliseconds at which the call began. */
  begun: number;
  /** Of the whole call, in milliseconds. */
  length: number;
}

function LaneRow({ lane, ...time }: { lane: ShownLane } & InTime) {
  const t = useTexts(calls);
  return (
    <div style={{ display: 'flex', alignItems: 'center', marginBottom: 6 }}>
      <Typography.Text ellipsis title={nameOf(t, lane)} style={{ width: LABEL_WIDTH, flex: 'none', paddingInlineEnd: 8 }}>{nameOf(t, lane)}</Typography.Text>
      <div style={{ position: 'relative', flex: 1, height: 30, borderRadius: 6, background: 'rgba(128, 138, 150, 0.1)' }}>
        {lane.stretches.map((stretch) => <Bar key={`${stretch.phase}-${stretch.from}`} stretch={stretch} {...time} />)}
      </div>
    </div>
  );
}

function Bar({ stretch, begun, length }: { stretch: Stretch } & InTime) {
  const t = useTexts(calls);
  const [background, color] = PAINT[stretch.phase][useStore(isDark) ? 'dark' : 'light'];
  const { from, to } = stretch;
  const text = textOf(t, stretch, begun);
  return (
    <div
      title={text}
      style={{
        position: 'absolute', insetBlock: 2, insetInlineStart: `${(from / length) * 100}%`, width: `max(3px, ${(Math.min(to, length) - from) / length * 100}%)`,
        background, color, borderRadius: 5, paddingInline: 6, fontSize: 12, lineHeight: '26px', overflow: 'hidden', whiteSpace: 'nowrap',
        textOverflow: 'ellipsis', boxSizing: 'border-box', ...((to - from) / length < 0.06 && { paddingInline: 0, color: 'transparent' }),
      }}
    >
      {text}
    </div>
  );
}

function Scale({ length }: { length: number }) {
  return (
    <div className="figures" style={{ position: 'relative', height: 20, marginInlineStart: LABEL_WIDTH }}>
      {marksOf(length).map((at) => (
        <Typography.Text
          key={at}
          type="secondary"
          style={{ position: 'absolute', width: 'max-content', insetInlineStart: `${(at / length) * 100}%`, fontSize: 11, transform: `translateX(${at === 0 ? 0 : at / length > 0.97 ? -100 : -50}%)` }}
        >
          {duration(at / 1000)}
        </Typography.Text>
      ))}
    </div>
  );
}

function nameOf(t: Words, { party, who }: ShownLane): string {
  if (party === 'agent') return `${t('agent')} ${who}`;
  return party === 'caller' ? t('caller') : t('phone', { number: who });
}

function textOf(t: Words, { phase, queue, from, to }: Stretch, begun: number): string {
  return `${t(`phase_${phase}`, { queue })} ${duration(wholeSeconds(begun + from, begun + to))}`;
}

function describe(t: Words, lane: ShownLane, begun: number): string {
  return `${nameOf(t, lane)}: ${lane.stretches.map((stretch) => textOf(t, stretch, begun)).join(', ')}`;
}
