import { ChoiceField, IdField, TextField, TimeField } from '../../platform/http/fields';
import { SUPERVISION_MODES, type SupervisionMode } from '../../telephony/esl/commands';

export class SupervisionModeDto {
  @ChoiceField(SUPERVISION_MODES, {
    example: 'listen',
    description: 'listen: nobody hears you; whisper: the agent does; barge: both do.',
  })
  mode: SupervisionMode;
}

export class BeginSupervisionDto extends SupervisionModeDto {
  @IdField('seat', {
    optional: true,
    description: 'The seat whose phone rings, where nobody else sits; left out, the one where you sit as an agent.',
  })
  seatId?: string;
}

export class SupervisionDto extends SupervisionModeDto {
  @IdField('supervision')
  id: string;

  @TextField({ example: '4f236891-fbee-42a6-9673-d7b573c5a171', description: "The switch's name of the call." })
  callUuid: string;

  @IdField('seat', { description: 'Whose phone listens.' })
  seatId: string;

  @TimeField({ description: 'When the phone was rung.' })
  createdAt: Date;
}
