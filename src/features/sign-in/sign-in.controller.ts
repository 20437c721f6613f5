import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { MeDto, SignInDto, TokenDto } from './sign-in.dto';
import { SignInService } from './sign-in.service';

@ApiTags('Sign-in')
@Controller('v1')
export class SignInController {
  constructor(private readonly signIns: SignInService) {}

  @Post('sign-in')
  @Operation({ summary: 'Sign in with e-mail and password', permission: 'public', answer: TokenDto })
  signIn(@Body() body: SignInDto) {
    return this.signIns.signIn(body);
  }

  @Get('me')
  @Operation({ summary: 'Who am I', permission: 'signed-in', scope: 'none', answer: MeDto })
  me(@CurrentPrincipal() principal: Principal) {
    return principal;
  }
}
