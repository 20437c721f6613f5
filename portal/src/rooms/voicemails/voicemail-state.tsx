import { Flex, Typography } from 'antd';
import type { StateColour } from '../../theme/theme';
import { useTexts } from '../../texts/define-texts';
import { shortMoment } from '../../texts/formats';
import { StateDot } from '../../ui/state-dot';
import type { State, Voicemail } from './voicemails-queries';
import { voicemails } from './texts';

const COLOURS: Record<State, StateColour> = { new: 'warn', taken: 'busy', done: 'good' };

export function VoicemailState({ state }: { state: State }) {
  const t = useTexts(voicemails);
  return <StateDot colour={COLOURS[state]}>{t(`state_${state}`)}</StateDot>;
}

/** Who saw to it last, and when. */
export function SeenTo({ voicemail, zone }: { voicemail: Voicemail; zone: string | undefined }) {
  const { state, taken_by: takenBy, taken_at: takenAt, done_by: doneBy, done_at: doneAt } = voicemail;
  const [who, at] = state === 'done' ? [doneBy, doneAt] : [takenBy, takenAt];
  if (who === null || at === null) return '–';
  return (
    <Flex vertical className="figures">
      <span>{who}</span>
      <Typography.Text type="secondary">{shortMoment(at, zone)}</Typography.Text>
    </Flex>
  );
}
