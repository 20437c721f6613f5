import { Global, Module } from '@nestjs/common';
import { Sessions } from '../../platform/auth/sessions';
import { UsersModule } from '../users/users.module';
import { OwnSessionsController } from './own-sessions.controller';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { SignInSecrets } from './sign-in-secrets';
import { UserSessionsController } from './user-sessions.controller';

/** Global because whoever changes people asks for Sessions. */
@Global()
@Module({
  imports: [UsersModule],
  controllers: [OwnSessionsController, UserSessionsController],
  providers: [SessionsRepository, SessionsService, SignInSecrets, { provide: Sessions, useExisting: SessionsService }],
  exports: [Sessions, SessionsRepository, SignInSecrets],
})
export class SessionsModule {}
