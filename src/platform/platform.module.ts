import { BullModule } from '@nestjs/bull';
import { type DynamicModule, Module } from '@nestjs/common';
import { AudioModule } from './audio/audio.module';
import { AuditModule } from './audit/audit.module';
import { PeopleModule } from './auth/people.module';
import { ClockModule } from './clock/clock.module';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import type { EntityList } from './database/connection-options';
import { DatabaseModule } from './database/database.module';
import { EncryptionModule } from './encryption/encryption.module';
import { EventsModule } from './events/events.module';
import { MetricsModule } from './health/metrics.module';
import { HttpClientModule } from './http-client/http-client.module';
import { LogModule } from './logging/log';
import { MailModule } from './mail/mail.module';
import { RedisModule } from './redis/redis';
import { SmsModule } from './sms/sms.module';
import { SpeechModule } from './speech/speech.module';
import { TenancyModule } from './tenancy/tenancy.module';

/** What every process stands on. */
@Module({})
export class PlatformModule {
  static of(config: Readonly<Config>, entities: EntityList): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.of(config),
        ClockModule,
        LogModule,
        MetricsModule,
        RedisModule,
        AuditModule,
        PeopleModule,
        DatabaseModule.of(entities),
        TenancyModule,
        EncryptionModule,
        EventsModule,
        HttpClientModule,
        MailModule,
        AudioModule,
        SmsModule,
        SpeechModule,
        BullModule.forRoot({ url: config.REDIS_URL, prefix: 'seatline' }),
      ],
    };
  }
}
