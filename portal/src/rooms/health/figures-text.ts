import type { Schemas } from '../../api/types';
import { duration } from '../../texts/formats';
import type { KeysOf, Translate } from '../../texts/define-texts';
import type { healthTexts } from './texts';

type Check = Schemas['HealthCheckDto'];

/** What was measured, in words. */
export function figuresText(t: Translate<KeysOf<typeof healthTexts>>, { id, state, figures }: Check): string {
  if (figures['failure'] !== undefined) return t('failure', figures);
  switch (id) {
    case 'ready':
      return state === 'good' ? t('ready_good') : t('ready_bad', figures);
    case 'mails':
      return state === 'good' ? t('mails_on') : t('mails_off');
    case 'outbox':
    case 'calls':
    case 'webhooks':
      return t('waiting_figures', { ...figures, oldest: duration(Number(figures['oldest_seconds'] ?? 0)) });
    case 'cdr_spool':
    case 'recording_spool':
      return state === 'off' ? t('off_spool') : t('files_figures', figures);
    case 'disk':
      return state === 'off' ? t('off_spool') : t('disk_figures', figures);
    case 'jobs':
      return t('jobs_figures', figures);
    case 'database':
      return t('database_figures', figures);
    case 'redis':
      return t('redis_figures', figures);
  }
}
