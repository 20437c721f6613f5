import { Body, Controller, Get, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { type Client, FromClient } from '../../platform/http/client';
import { Operation } from '../../platform/http/operation';
import { RefreshCookie, RefreshCookieInterceptor } from './refresh-cookie';
import { MeService } from './me.service';
import { RefreshService } from './refresh.service';
import { MeDto, RefreshDto, SecondStepDto, SignInAnswerDto, SignInDto, TokenDto } from './sign-in.dto';
import { SignInService } from './sign-in.service';

@ApiTags('Sign-in')
@Controller('v1')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly refreshes: RefreshService,
    private readonly mes: MeService,
  ) {}

  @Post('sign-in')
  @Operation({
    summary: 'Sign in with e-mail and password',
    description: 'Answers with tokens, or where a second factor is asked for with a challenge.',
    permission: 'public',
    answer: SignInAnswerDto,
  })
  @UseInterceptors(RefreshCookieInterceptor)
  signIn(@Body() body: SignInDto, @FromClient() client: Client) {
    return this.signIns.signIn(body, client);
  }

  @Post('sign-in/second-factor')
  @Operation({ summary: 'Complete a sign-in by a code', permission: 'public', answer: TokenDto })
  @UseInterceptors(RefreshCookieInterceptor)
  completeSignIn(@Body() body: SecondStepDto, @FromClient() client: Client) {
    return this.signIns.completeSignIn(body, client);
  }

  @Post('sign-in/refresh')
  @Operation({
    summary: 'Get a new access token',
    description:
      'A refresh token is good once: keep the new one. For a minute the old one is answered with the same new one again, ' +
      'for an answer that was lost and for two tabs at once; later it is taken for stolen, and the session ends.',
    permission: 'public',
    answer: TokenDto,
  })
  @UseInterceptors(RefreshCookieInterceptor)
  refresh(@Body() body: RefreshDto, @FromClient() client: Client, @RefreshCookie() kept?: string) {
    return this.refreshes.refresh(body.refreshToken ?? kept ?? '', client);
  }

  @Get('me')
  @Operation({ summary: 'Who am I', permission: 'signed-in', scope: 'none', answer: MeDto })
  me(@CurrentPrincipal() principal: Principal) {
    return this.mes.of(principal);
  }
}
