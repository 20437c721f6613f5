import { BooleanField, IdField, ListField, TextField, TextListField, TimeField } from '../../platform/http/fields';
import { idPattern } from '../../platform/database/ids';

export class OpenPhoneDto {
  @IdField('seat', {
    optional: true,
    description: 'Where to sit; left out, where the agent that I am sits, or the fixed seat.',
  })
  seatId?: string;
}

export class FreeSeatDto {
  @IdField('seat')
  id: string;

  @TextField({ max: 6, example: '2001' })
  extension: string;
}

export class PhoneChoiceDto {
  @BooleanField({ description: 'Whether a page can be a phone here: the installation names a SIP websocket.' })
  inPage: boolean;

  @TextField({ nullable: true, max: 6, example: '2001', description: 'Of the seat where I sit as an agent, else of my fixed one; null where I have none.' })
  extension: string | null;

  @ListField(() => FreeSeatDto, { max: 30000, description: 'Seats that are nobody\'s and where nobody sits.' })
  freeSeats: FreeSeatDto[];
}

export class PhoneDto {
  @TextField({ pattern: idPattern('phone'), example: 'phn_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C', description: 'Send it in X-Seatline-Phone with each REGISTER and INVITE.' })
  id: string;

  @IdField('seat')
  seatId: string;

  @TextField({ example: '2001' })
  sipUser: string;

  @TextField({ example: 'insurance.seatline.test' })
  sipDomain: string;

  @TextField({ example: 'q2Vv5cYx0Zk8nR1tB7pL', description: 'Good as long as the session, for this page alone.' })
  secret: string;

  @TextField({ example: 'wss://sip.seatline.example:7443', description: 'SIP over WebSocket (RFC 7118).' })
  websocketUrl: string;

  @TextListField({ example: ['stun:stun.seatline.example'] })
  iceServers: string[];

  @TimeField({ example: '2026-11-02T08:00:00.000Z' })
  expiresAt: Date;
}
