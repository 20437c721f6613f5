import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import IoRedis from 'ioredis';
import { Config } from '../config/config';

/** The shared Redis connection for short commands; blocking readers and subscribers duplicate it. */
@Injectable()
export class Redis extends IoRedis implements OnApplicationShutdown {
  constructor(config: Config) {
    super(config.REDIS_URL, { maxRetriesPerRequest: 3 });
    // without a listener each lost connection would end the process; commands report their own failures
    this.on('error', () => undefined);
  }

  onApplicationShutdown(): void {
    this.disconnect();
  }
}

@Global()
@Module({ providers: [Redis], exports: [Redis] })
export class RedisModule {}
