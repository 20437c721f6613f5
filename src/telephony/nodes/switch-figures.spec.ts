import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHeaders } from '../esl/esl-event';
import { switchFigures } from './switch-figures';

const TRANSCRIPT = join(__dirname, '../../../test/fixtures/transcripts/agent-busy-until-timeout.plain.esl');

it('reads the figures of a heartbeat that a switch sent', () => {
  const text = readFileSync(TRANSCRIPT, 'utf8');
  const from = text.indexOf('Event-Name: HEARTBEAT');
  expect(switchFigures(openHeaders(text.slice(from, text.indexOf('\n\n', from))))).toEqual({
    at: '2026-11-21T20:00:05.393Z',
    version: '1.10.12-release+git~20240802T210227Z~a88d069d6f~64bit',
    uptimeSeconds: 940,
    sessions: 1,
    maxSessions: 2000,
    idleCpuPercent: 95,
  });
});

it('takes no other event for one', () => {
  expect(switchFigures(openHeaders('Event-Name: CHANNEL_CREATE\nSession-Count: 3\n'))).toBeNull();
});
