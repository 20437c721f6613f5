import { QUEUE_SETTINGS, type QueueSettings } from './queue-settings';

/** Settings with mod_callcenter's own defaults where nothing was said. */
export function completeSettings(partial: Partial<QueueSettings>): QueueSettings {
  const entries = QUEUE_SETTINGS.map(({ key, type }) => [key, partial[key] ?? type.default]);
  return Object.fromEntries(entries) as QueueSettings;
}
