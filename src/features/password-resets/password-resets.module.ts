import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module';
import { PasswordResetLetters } from './password-reset-letters';
import { PasswordResetMails } from './password-reset-mails';
import { PasswordResetRequestsService } from './password-reset-requests.service';
import { PasswordResetsController } from './password-resets.controller';
import { PasswordResetsRepository } from './password-resets.repository';
import { PasswordResetsService } from './password-resets.service';

@Module({
  imports: [UsersModule],
  controllers: [PasswordResetsController],
  providers: [
    PasswordResetLetters,
    PasswordResetMails,
    PasswordResetRequestsService,
    PasswordResetsRepository,
    PasswordResetsService,
  ],
})
export class PasswordResetsModule {}
