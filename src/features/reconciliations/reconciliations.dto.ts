import { DataField, IdField, IntegerField, TextField, TextListField, TimeField } from '../../platform/http/fields';

export class ReconciliationDto {
  @IdField('reconciliation')
  id: string;

  @TextField({ example: 'sw1', description: 'The switch node.' })
  node: string;

  @DataField({ example: { 'free-agent': 1 }, description: 'How often each kind of step was taken.' })
  counts: Record<string, number>;

  @IntegerField({ example: 0, description: 'Steps that the switch refused; the next pass tries again.' })
  refused: number;

  @TextListField({ example: ['free-agent 1001@pharma.seatline.test'], description: 'The first few steps.' })
  examples: string[];

  @TimeField({ example: '2026-11-01T08:00:00.000Z' })
  createdAt: Date;
}
