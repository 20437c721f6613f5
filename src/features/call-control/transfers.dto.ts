import { ChoiceField, TextField } from '../../platform/http/fields';

export const TRANSFER_KINDS = ['agent', 'queue', 'number', 'consultation'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export class TransferRequestDto {
  @ChoiceField(TRANSFER_KINDS, {
    example: 'agent',
    description: "consultation joins the caller with the other end of the seat's second call, which its phone has placed.",
  })
  kind: TransferKind;

  @TextField({
    optional: true,
    max: 31,
    example: '1002',
    description: "The agent's number, the queue's name, or the number to call (E.164, or national). Left out for a consultation.",
  })
  to?: string;
}

export class TransferDto {
  @TextField({ example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: "The switch's name of the call." })
  callUuid: string;

  @ChoiceField(TRANSFER_KINDS, { example: 'agent' })
  kind: TransferKind;
}
