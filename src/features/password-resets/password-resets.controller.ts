import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Client, FromClient } from '../../platform/http/client';
import { Operation } from '../../platform/http/operation';
import { PasswordResetRequestsService } from './password-reset-requests.service';
import { AskedPasswordResetDto, AskPasswordResetDto, CompletePasswordResetDto } from './password-resets.dto';
import { PasswordResetsService } from './password-resets.service';

@ApiTags('Sign-in')
@Controller('v1/password-resets')
export class PasswordResetsController {
  constructor(
    private readonly requests: PasswordResetRequestsService,
    private readonly resets: PasswordResetsService,
  ) {}

  @Post()
  @Operation({
    summary: 'Ask for a new password by e-mail',
    description:
      'Answered alike whether there is such a user or not. One who has a password and is active is mailed a token, three times ' +
      'an hour at most; who signs in by an identity provider alone has none.',
    permission: 'public',
    answer: AskedPasswordResetDto,
    status: 202,
  })
  ask(@Body() body: AskPasswordResetDto, @FromClient() client: Client) {
    return this.requests.ask(body, client);
  }

  @Post('complete')
  @Operation({
    summary: 'Set a new password by the token of a mail',
    description: "The user's sessions end. Sign in with it then; a second factor is asked for as ever.",
    permission: 'public',
  })
  complete(@Body() body: CompletePasswordResetDto, @FromClient() client: Client) {
    return this.resets.complete(body, client);
  }
}
