import { STAFF_ROLES, type StaffRole } from '../../platform/auth/permissions';
import { BooleanField, ChoiceField, EmailField, IdField, TextField, TimeField } from '../../platform/http/fields';

export class StaffDto {
  @IdField('staff')
  id: string;

  @EmailField({ example: 'finance@seatline.test' })
  email: string;

  @TextField({ max: 100, example: 'Finance' })
  name: string;

  @ChoiceField(STAFF_ROLES, { example: 'finance' })
  role: StaffRole;

  @BooleanField()
  active: boolean;

  @TimeField()
  createdAt: Date;
}
