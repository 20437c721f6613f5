import { BooleanField, exampleId, TextField, TimeField } from '../../platform/http/fields';
import { ID_PREFIXES } from '../../platform/database/ids';

const SESSION_ID = new RegExp(`^(${ID_PREFIXES.session}|${ID_PREFIXES.staffSession})_[0-7][0-9A-HJKMNP-TV-Z]{25}$`);

export class SessionDto {
  @TextField({ pattern: SESSION_ID, example: exampleId('session') })
  id: string;

  @BooleanField({ example: true, description: 'The session that asks.' })
  current: boolean;

  @TextField({ max: 45, example: '203.0.113.7', description: 'From where it was opened.' })
  address: string;

  @TextField({ min: 0, example: 'Mozilla/5.0 (X11; Linux x86_64)' })
  userAgent: string;

  @TimeField({ description: 'When somebody signed in.' })
  createdAt: Date;

  @TimeField({ description: 'To the minute.' })
  lastSeenAt: Date;

  @TimeField({ example: '2026-11-02T08:00:00.000Z', description: 'It ends by then, whatever is done.' })
  expiresAt: Date;
}
