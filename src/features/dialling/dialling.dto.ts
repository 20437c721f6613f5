import { IdField, TextField } from '../../platform/http/fields';

export class DialDto {
  @TextField({ max: 20, example: '+8613800138000', description: 'E.164, or a national service number.' })
  to: string;

  @IdField('number', {
    optional: true,
    description: "Which of the tenant's numbers is presented; left out, the seat's, else the tenant's first.",
  })
  callerNumberId?: string;

  @IdField('agent', { optional: true, description: 'Whose seat rings; left out, it is your own.' })
  agentId?: string;
}

export class DialledDto {
  @TextField({
    example: '4f236891-fbee-42a6-9673-d7b573c5a171',
    description: 'The uuid under which the call shows in the live picture.',
  })
  uuid: string;
}
