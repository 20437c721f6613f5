import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { ChangeOwnPasswordDto } from './own-password.dto';
import { OwnPasswordService } from './own-password.service';

@ApiTags('Sign-in')
@Controller('v1/me')
export class OwnPasswordController {
  constructor(private readonly passwords: OwnPasswordService) {}

  @Post('password')
  @Operation({
    summary: 'Change my password',
    description: 'My other sessions end.',
    permission: 'signed-in',
    scope: 'person',
  })
  change(@CurrentPrincipal() principal: Principal, @Body() body: ChangeOwnPasswordDto) {
    return this.passwords.change(principal, body);
  }
}
