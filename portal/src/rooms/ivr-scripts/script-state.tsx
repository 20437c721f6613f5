import type { Schemas } from '../../api/types';
import { useTexts } from '../../texts/define-texts';
import { StateDot } from '../../ui/state-dot';
import { ivrScripts } from './texts';

/** Whether callers are led by it, and whether the draft is ahead. */
export function ScriptState({ script: { live: version, changed } }: { script: Pick<Schemas['IvrScriptDto'], 'live' | 'changed'> }) {
  const t = useTexts(ivrScripts);
  if (version === null) return <StateDot colour="idle">{t('state_draft')}</StateDot>;
  return changed ? <StateDot colour="warn">{t('state_changed', { version })}</StateDot> : <StateDot colour="good">{t('state_live', { version })}</StateDot>;
}
