import type { EslEvent } from '../esl/esl-event';
import type { SwitchFigures } from './node-report';

/** What a HEARTBEAT tells, which comes every 20 s; null for every other event. */
export function switchFigures(event: EslEvent): SwitchFigures | null {
  if (event.name !== 'HEARTBEAT') return null;
  return {
    at: new Date(event.timestamp).toISOString(),
    version: event.get('FreeSWITCH-Version') ?? '',
    uptimeSeconds: Math.floor(numberOf(event, 'Uptime-msec') / 1000),
    sessions: numberOf(event, 'Session-Count'),
    maxSessions: numberOf(event, 'Max-Sessions'),
    idleCpuPercent: Math.round(numberOf(event, 'Idle-CPU')),
  };
}

/** 0 where it is missing or no number. */
function numberOf(event: EslEvent, header: string): number {
  const value = Number(event.get(header));
  return Number.isFinite(value) && value > 0 ? value : 0;
}
