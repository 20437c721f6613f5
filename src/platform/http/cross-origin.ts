import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';

/**
 * Which pages of elsewhere may ask the API: those of the named origins, and none by default. A credential is a header that
 * a page sets itself; cookies are never taken, so none are allowed.
 */
export function crossOrigin(origins: string): CorsOptions {
  return {
    origin: origins.split(',').filter(Boolean),
    credentials: false,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'Range', 'Seatline-Tenant'],
    exposedHeaders: ['ETag', 'Idempotent-Replay', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'Trace-Id'],
    maxAge: 600,
  };
}
