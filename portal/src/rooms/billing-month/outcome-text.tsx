import { Flex, Typography } from 'antd';
import { useTexts } from '../../texts/define-texts';
import { StateDot } from '../../ui/state-dot';
import { billing } from './texts';
import type { Outcome } from './use-closing';

/** What came of closing a tenant's month, and what to do about it. */
export function OutcomeText({ outcome }: { outcome: Outcome | undefined }) {
  const t = useTexts(billing);
  if (!outcome) return null;
  const { detail = '' } = outcome;
  switch (outcome.outcome) {
    case 'finalized':
      return <StateDot colour="good">{t('outcome_finalized', { number: outcome.invoice?.number ?? '' })}</StateDot>;
    case 'draft':
      return <StateDot colour="idle">{t('outcome_draft')}</StateDot>;
    case 'nothing':
      return <StateDot colour="idle">{t('outcome_nothing', { detail })}</StateDot>;
    case 'not-begun':
      return <StateDot colour="idle">{t('outcome_not_begun')}</StateDot>;
    case 'refused':
      return (
        <Flex vertical>
          <StateDot colour="bad">{t('outcome_refused', { detail })}</StateDot>
          <Typography.Text type="secondary">{t('refused_hint')}</Typography.Text>
        </Flex>
      );
    default:
      return <StateDot colour="bad">{t('outcome_failed', { detail })}</StateDot>;
  }
}

export function isTrouble(outcome: Outcome | undefined): boolean {
  return outcome?.outcome === 'refused' || outcome?.outcome === 'failed';
}
