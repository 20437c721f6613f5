import { Collapse, Flex, Typography } from 'antd';
import { useTexts } from '../../texts/define-texts';
import type { Place } from './draft-text';
import { ChoiceField, FlagField, NumberField, SuggestField, TextField, TextsField } from './fields';
import { Heading, Rows, Trouble } from './rows';
import { wizard } from './texts';

/** mod_callcenter's, those that the product allows. */
const STRATEGIES = [
  'longest-idle-agent', 'round-robin', 'top-down', 'agent-with-least-talk-time', 'agent-with-fewest-calls',
  'sequentially-by-agent-order', 'random', 'ring-all',
].map((value) => ({ value, label: value }));

const FRESH = { name: '', strategy: 'longest-idle-agent', record: true, max_wait_time: 0, tiers: [] };

/** Where callers wait, and who answers them. */
export function QueuesSection() {
  const t = useTexts(wizard);
  return (
    <>
      <Heading hint={t('queues_hint')}>{t('queues')}</Heading>
      <Rows place={['queues']} one={t('queue')} fresh={() => FRESH}>
        {(place) => (
          <div style={{ flex: 1, minWidth: 0 }}>
            <Flex gap={8} wrap>
              <TextField place={[...place, 'name']} label={t('name')} keepsEmpty />
              <ChoiceField place={[...place, 'strategy']} label={t('strategy')} options={STRATEGIES} basis={220} />
              <NumberField place={[...place, 'max_wait_time']} label={t('max_wait')} unit="s" hint={t('zero_unlimited')} basis={140} />
              <FlagField place={[...place, 'record']} label={t('record')} />
            </Flex>
            <Flex gap={8} wrap>
              <NumberField place={[...place, 'wrap_up']} label={t('wrap_up')} unit="s" placeholder="3" basis={130} />
              <NumberField place={[...place, 'ring_seconds']} label={t('ring')} unit="s" placeholder="15" basis={130} />
            </Flex>
            <More place={place} />
            <Typography.Text strong>{t('tiers')}</Typography.Text>
            <Rows place={[...place, 'tiers']} one={t('agents_range')} fresh={() => ({ agents: '', level: 0 })}>
              {(tier) => (
                <>
                  <TextsField place={[...tier, 'agents']} label={t('agents_range')} singly placeholder={t('range_example')} />
                  <NumberField place={[...tier, 'level']} label={t('level')} placeholder="0" basis={90} />
                  <NumberField place={[...tier, 'position']} label={t('position')} placeholder="1" basis={90} />
                  <NumberField place={[...tier, 'first_position']} label={t('first_position')} basis={110} />
                </>
              )}
            </Rows>
          </div>
        )}
      </Rows>
    </>
  );
}

function More({ place }: { place: Place }) {
  const t = useTexts(wizard);
  const fields = (
    <>
      <Trouble place={[...place, 'tiers']} />
      <Flex gap={8} wrap>
        <NumberField place={[...place, 'reject_delay']} label={t('reject_delay')} unit="s" placeholder="5" basis={150} />
        <NumberField place={[...place, 'busy_delay']} label={t('busy_delay')} unit="s" placeholder="5" basis={150} />
        <NumberField place={[...place, 'no_answer_delay']} label={t('no_answer_delay')} unit="s" placeholder="5" basis={150} />
        <NumberField place={[...place, 'max_no_answer']} label={t('max_no_answer')} placeholder="3" basis={150} />
        <NumberField place={[...place, 'max_wait_time_with_no_agent']} label={t('max_wait_no_agent')} unit="s" placeholder="0" basis={150} />
        <SuggestField place={[...place, 'moh_sound']} label={t('moh')} options={['none']} placeholder={t('usual')} basis={150} />
        <FlagField place={[...place, 'abandoned_resume_allowed']} label={t('resume')} basis={170} />
        <NumberField place={[...place, 'discard_abandoned_after']} label={t('discard')} unit="s" placeholder="60" basis={150} />
        <FlagField place={[...place, 'tier_rules_apply']} label={t('tier_rules')} basis={170} />
        <NumberField place={[...place, 'tier_rule_wait_second']} label={t('tier_wait')} unit="s" placeholder="0" basis={150} />
      </Flex>
    </>
  );
  return <Collapse ghost size="small" items={[{ key: 'more', label: t('more'), children: fields }]} />;
}
