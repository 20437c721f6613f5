import { Controller, Delete, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { UserSecondFactorsService } from './user-second-factors.service';

@ApiTags('Users')
@Controller('v1/users/:id/second-factor')
export class UserSecondFactorsController {
  constructor(private readonly factors: UserSecondFactorsService) {}

  @Delete()
  @Operation({
    summary: "Remove a user's second factor",
    description: 'For one whose device is lost. The user is signed out.',
    permission: 'users:write',
    id: 'user',
  })
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string) {
    return this.factors.remove(principal, id);
  }
}
