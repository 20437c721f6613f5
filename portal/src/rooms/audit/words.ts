import { type KeysOf, useTexts } from '../../texts/define-texts';
import { actionTexts, objectTexts } from './texts';

/** Of the log's words these can be asked for. */
export const ACTIONS = ['created', 'changed', 'removed', 'read', 'sign_in_refused'] as const satisfies readonly KeysOf<typeof actionTexts>[];
export const OBJECTS = [
  'access_grants', 'agents', 'api_keys', 'audit_entries', 'branding', 'calendars', 'callbacks', 'calling_plans', 'calls', 'contracts', 'customers', 'emergencies', 'erasures', 'hand_topic_lists',
  'identity_links', 'identity_providers', 'invoices', 'ivr_script_versions', 'ivr_scripts', 'live', 'number_stock', 'numbers', 'password_resets', 'platform_leases', 'queues', 'recording_pauses', 'recordings', 'retention_policies', 'seats', 'segments',
  'agent_skills', 'queue_skills', 'skills',
  'second_factors', 'sessions', 'sign_in_policies', 'sound_takes', 'sounds', 'supervisions', 'tariffs', 'team_supervisors', 'teams', 'tenant_keys', 'tiers', 'usage_records', 'users', 'voicemails', 'webhook_endpoints', 'wrap_up_code_queues', 'wrap_up_codes',
] as const satisfies readonly KeysOf<typeof objectTexts>[];
export const ACTORS = ['user', 'api_key', 'staff', 'system'] as const;

/** The log's words in the reader's; one that has no text yet as it is. */
export function useLogWords() {
  const [actions, objects] = [useTexts(actionTexts), useTexts(objectTexts)];
  return {
    actionName: (action: string) => (isOf(ACTIONS, action) ? actions(action) : plain(action)),
    objectName: (object: string) => (isOf(OBJECTS, object) ? objects(object) : plain(object)),
  };
}

function isOf<T extends string>(all: readonly T[], one: string): one is T {
  return all.some((each) => each === one);
}

function plain(word: string): string {
  return word.replaceAll('_', ' ');
}
