import { DocumentField, ListField, TextField, TimeField } from '../../platform/http/fields';

export class WriteCallNoteDto {
  @DocumentField({ optional: true, max: 2000, example: 'Asks for the leaflet by post.' })
  text?: string;

  @TextField({ optional: true, nullable: true, max: 60, example: 'leaflet', description: "How the call ended: a wrap-up code that is offered for its queue." })
  wrapUpCode?: string | null;
}

/** What one agent has noted. */
export class CallNoteDto {
  @TextField({ max: 6, example: '1001', description: "The agent's number." })
  agent: string;

  @TextField({ min: 0, max: 2000, nullable: true, example: 'Asks for the leaflet by post.', description: 'Null once its key is destroyed.' })
  text: string | null;

  @TextField({ max: 60, nullable: true, example: 'leaflet' })
  wrapUpCode: string | null;

  @TimeField()
  writtenAt: Date;
}

export class CallNotesDto {
  @TextField({ example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: "The switch's name of the call." })
  callUuid: string;

  @ListField(() => CallNoteDto, { description: 'One of each agent who has noted something.' })
  notes: CallNoteDto[];
}
