import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { ChangeOwnPasswordDto } from './users.dto';
import { UsersService } from './users.service';

@ApiTags('Sign-in')
@Controller('v1/me')
export class OwnPasswordController {
  constructor(private readonly users: UsersService) {}

  @Post('password')
  @Operation({ summary: 'Change my password', description: 'For the users of a tenant.', permission: 'signed-in' })
  change(@CurrentPrincipal() principal: Principal, @Body() body: ChangeOwnPasswordDto) {
    return this.users.changeOwnPassword(principal, body);
  }
}
