import { ApiParam } from '@nestjs/swagger';

/** `{uuid}` in the path of what acts on a call that goes on. */
export const CALL_UUID = ApiParam({
  name: 'uuid',
  description: "The switch's name of the call, as the live picture has it.",
  schema: { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
  example: '4f236891-fbee-42a6-9673-d7b573c5a171',
});
