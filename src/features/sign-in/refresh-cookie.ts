import { type CallHandler, createParamDecorator, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { SignInAnswerDto } from './sign-in.dto';

const NAME = 'seatline_refresh';
/** Sent to nothing but the routes of sign-in, and never by a page of another site. */
const PATH = '/v1/sign-in';
const OPTIONS: CookieOptions = { httpOnly: true, sameSite: 'strict', path: PATH };

/** A header that makes a browser forget it. */
export const FORGET_REFRESH_COOKIE = `${NAME}=; Max-Age=0; Path=${PATH}; HttpOnly; SameSite=Strict`;

/** The refresh token that came by a cookie, if any. */
export const RefreshCookie = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const { headers } = context.switchToHttp().getRequest<Request>();
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return pairs.find(([name]) => name === NAME)?.[1];
});

/** Keeps the refresh token of a page that asks for it (`cookie`) where no script can read it. */
@Injectable()
export class RefreshCookieInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<SignInAnswerDto>): Observable<SignInAnswerDto> {
    const http = context.switchToHttp();
    const { body, secure } = http.getRequest<Request<unknown, unknown, { cookie?: boolean } | undefined>>();
    return next.handle().pipe(
      map(({ refreshToken, ...answer }) => {
        if (refreshToken === undefined || body?.cookie !== true) return { ...answer, refreshToken };
        const options = { ...OPTIONS, secure, expires: answer.sessionExpiresAt };
        http.getResponse<Response>().cookie(NAME, refreshToken, options);
        return answer;
      }),
    );
  }
}
