import { BooleanField, IntegerField, SecretField, TextField, TextListField, TimeField } from '../../platform/http/fields';

export class SecondFactorDto {
  @BooleanField({ example: true, description: 'It is asked for at sign-in.' })
  enrolled: boolean;

  @TimeField({ nullable: true })
  confirmedAt: Date | null;

  @IntegerField({ max: 10, example: 10 })
  recoveryCodesLeft: number;
}

export class EnrolSecondFactorDto {
  @SecretField({ example: 'correct horse battery staple' })
  password: string;
}

export class EnrolledSecondFactorDto {
  @TextField({ example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', description: 'For an app that takes no picture.' })
  secret: string;

  @TextField({
    max: 500,
    example: 'otpauth://totp/Seatline:admin%40pharma.seatline.test?issuer=Seatline&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    description: 'To be shown as a QR code, here and never again.',
  })
  uri: string;
}

export class SecondFactorCodeDto {
  @TextField({ min: 6, max: 30, example: '287082', description: "Six digits of the app; at sign-in a recovery code does too." })
  code: string;
}

export class RemoveSecondFactorDto extends SecondFactorCodeDto {
  @SecretField({ example: 'correct horse battery staple' })
  password: string;
}

export class RecoveryCodesDto {
  @TextListField({
    maxItems: 10,
    example: ['K3QF-XB2M-77NR-ZPLA'],
    description: 'Each is good once in the place of a code. Shown here and never again.',
  })
  recoveryCodes: string[];
}
