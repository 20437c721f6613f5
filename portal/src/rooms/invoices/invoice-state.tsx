import { StateDot } from '../../ui/state-dot';
import { useTexts } from '../../texts/define-texts';
import { invoices } from './texts';

export function InvoiceState({ state }: { state: 'draft' | 'finalized' }) {
  const t = useTexts(invoices);
  return <StateDot colour={state === 'draft' ? 'warn' : 'good'}>{t(state)}</StateDot>;
}
