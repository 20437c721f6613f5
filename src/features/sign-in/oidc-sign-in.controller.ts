import { Body, Controller, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Client, FromClient } from '../../platform/http/client';
import { Operation } from '../../platform/http/operation';
import { BeginOidcDto, BegunOidcDto, CompleteOidcDto } from './identity-provider.dto';
import { OidcSignInService } from './oidc-sign-in.service';
import { RefreshCookieInterceptor } from './refresh-cookie';
import { TokenDto } from './sign-in.dto';

@ApiTags('Sign-in')
@Controller('v1/sign-in/oidc')
export class OidcSignInController {
  constructor(private readonly signIns: OidcSignInService) {}

  @Post('begin')
  @Operation({ summary: "Begin a sign-in by the tenant's identity provider", permission: 'public', answer: BegunOidcDto })
  begin(@Body() body: BeginOidcDto) {
    return this.signIns.begin(body.tenant);
  }

  @Post('complete')
  @Operation({ summary: "Complete a sign-in by the tenant's identity provider", permission: 'public', answer: TokenDto })
  @UseInterceptors(RefreshCookieInterceptor)
  complete(@Body() body: CompleteOidcDto, @FromClient() client: Client) {
    return this.signIns.complete(body, client);
  }
}
