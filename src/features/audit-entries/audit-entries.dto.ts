import { ChoiceField, DataField, IdField, IntegerField, TextField, TimeField } from '../../platform/http/fields';
import { PageRequest } from '../../platform/http/page';

const ACTORS = ['user', 'api_key', 'staff', 'system'] as const;

/** What entries are known by is ASCII. */
const WORD = { optional: true, min: 1, pattern: /^[\x21-\x7e]+$/, patternRule: 'must be plain ASCII without spaces' };

/** Which entries are asked for; what is left out does not matter. */
export class AuditEntriesRequest extends PageRequest {
  @TimeField({ optional: true, description: 'Only what happened then or later.' })
  from?: string;

  @TimeField({ optional: true, example: '2026-12-01T00:00:00.000Z', description: 'Only what happened before.' })
  to?: string;

  @ChoiceField(ACTORS, { optional: true, example: 'staff' })
  actorKind?: string;

  @TextField({ ...WORD, max: 30, example: 'usr_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  actorId?: string;

  @TextField({ ...WORD, max: 30, example: 'changed' })
  action?: string;

  @TextField({ ...WORD, max: 40, example: 'queues' })
  objectType?: string;

  @TextField({ ...WORD, max: 190, example: 'que_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  objectId?: string;
}

export class AuditEntryDto {
  @IdField('auditEntry')
  id: string;

  @IntegerField({ example: 1, description: '1, 2, 3 … without a gap.' })
  seq: number;

  @TimeField()
  createdAt: Date;

  @ChoiceField(ACTORS, { example: 'staff', description: "`staff` are the provider's people." })
  actorKind: string;

  @TextField({ nullable: true, example: 'usr_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  actorId: string | null;

  @TextField({ nullable: true, example: 'admin@pharma.seatline.test', description: 'As the actor was called then.' })
  actorName: string | null;

  @TextField({ nullable: true, example: null, description: "By which grant one of the provider's people came in." })
  grantId: string | null;

  @TextField({ nullable: true, example: '192.0.2.7' })
  address: string | null;

  @TextField({ nullable: true, example: '0b6f1b4e-6b5c-4e1c-9f0e-6f1b1c2d3e4f', description: 'Finds the lines of our log.' })
  traceId: string | null;

  @TextField({ example: 'changed', description: '`created`, `changed`, `removed`, `read` and others.' })
  action: string;

  @TextField({ example: 'queues' })
  objectType: string;

  @TextField({ example: 'que_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C' })
  objectId: string;

  @DataField({
    nullable: true,
    example: { before: { level: 1 }, after: { level: 2 } },
    description: 'The fields that differ, as they were and as they became; credentials are hidden.',
  })
  detail: unknown;

  @TextField({
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    description: 'SHA-256 over this entry and the digest before it.',
  })
  digest: string;
}
