import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { IdentityProviderDto, SetIdentityProviderDto } from './identity-provider.dto';
import { IdentityProvidersService } from './identity-providers.service';

@ApiTags('Sign-in')
@Controller('v1/identity-provider')
export class IdentityProvidersController {
  constructor(private readonly providers: IdentityProvidersService) {}

  @Get()
  @Operation({ summary: "Read the tenant's identity provider", permission: 'sign-in-policy:read', answer: IdentityProviderDto })
  get() {
    return this.providers.get();
  }

  @Put()
  @Operation({
    summary: "Set the tenant's identity provider",
    description: 'OpenID Connect. It takes the place of the one before.',
    permission: 'sign-in-policy:write',
    answer: IdentityProviderDto,
  })
  set(@CurrentPrincipal() principal: Principal, @Body() body: SetIdentityProviderDto) {
    return this.providers.set(principal, body);
  }

  @Delete()
  @Operation({
    summary: "Remove the tenant's identity provider",
    description: 'Sessions that it opened go on until they end.',
    permission: 'sign-in-policy:write',
  })
  remove() {
    return this.providers.remove();
  }
}
