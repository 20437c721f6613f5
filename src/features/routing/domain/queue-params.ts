import { announcesStanding, QUEUE_SETTINGS, type QueueSettings } from '../../queues/domain/queue-settings';
import { recordingsFolder } from './recordings-folder';
import { type SoundOwner, soundPath } from './sound-path';

/** Calls are recorded in their tenant's folder under their uuid alone: what a caller sends may hold slashes. */
function recordTemplate(tenantId: string): string {
  return `${recordingsFolder(tenantId)}/\${uuid}.wav`;
}

/** An announcement takes the place of what is played: where nothing is, there would be nothing to take the place of. */
const AUDIBLE_SILENCE = 'silence_stream://-1';

/** A queue's settings as mod_callcenter's parameters; what is null is left out. */
export function queueParams(
  settings: QueueSettings,
  { tenantId, ...owner }: { tenantId: string } & SoundOwner,
): Record<string, string | number | boolean> {
  const params: Record<string, string | number | boolean> = {};
  for (const { key, moduleName, type } of QUEUE_SETTINGS) {
    if (moduleName === null) continue;
    const value = settings[key];
    if (key === 'record') {
      if (value === true) params[moduleName] = recordTemplate(tenantId);
    } else if (type.kind === 'sound') {
      if (typeof value === 'string') params[moduleName] = soundPath(owner, value);
    } else if (value !== null) {
      params[moduleName] = value;
    }
  }
  if (announcesStanding(settings)) params['moh-sound'] ??= AUDIBLE_SILENCE;
  return params;
}
