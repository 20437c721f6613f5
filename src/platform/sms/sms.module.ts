import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config';
import { HttpSmsGateway } from './http-sms-gateway';
import { NoSmsGateway } from './no-sms-gateway';
import { SmsGateway } from './sms-gateway';

const gateway = {
  provide: SmsGateway,
  inject: [Config],
  useFactory: ({ SMS_URL, SMS_TOKEN }: Config) => (SMS_URL === undefined ? new NoSmsGateway() : new HttpSmsGateway(SMS_URL, SMS_TOKEN)),
};

@Global()
@Module({ providers: [gateway], exports: [SmsGateway] })
export class SmsModule {}
