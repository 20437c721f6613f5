import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { PrincipalGuard } from './principal.guard';
import { ApiKeyStrategy, JwtStrategy } from './strategies';

/** Needs a PrincipalSource from the feature that keeps users and keys. */
@Module({
  imports: [PassportModule],
  providers: [JwtStrategy, ApiKeyStrategy, { provide: APP_GUARD, useClass: PrincipalGuard }],
})
export class AuthModule {}
