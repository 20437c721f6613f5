import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { Config } from '../config/config';
import { BearerTokens } from './bearer-tokens';
import { PrincipalGuard } from './principal.guard';
import { ApiKeyStrategy, JwtStrategy, TOKEN_ISSUER } from './strategies';

/** Needs a PrincipalSource from the feature that keeps users and keys. */
@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: config.JWT_SECRET,
        signOptions: { issuer: TOKEN_ISSUER, algorithm: 'HS256' },
        verifyOptions: { issuer: TOKEN_ISSUER, algorithms: ['HS256'] },
      }),
    }),
  ],
  providers: [JwtStrategy, ApiKeyStrategy, BearerTokens, { provide: APP_GUARD, useClass: PrincipalGuard }],
  exports: [JwtModule, BearerTokens],
})
export class AuthModule {}
