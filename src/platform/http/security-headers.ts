import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isPage } from './portal';

/** Data is no page: should a browser ever show it as one, that page may do nothing. */
const DATA_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] };

/**
 * Pages come from here alone: the API's documentation, and a portal. Both bring their styles along inline; a phone in the
 * browser talks to a switch by websocket, records and plays what it made itself.
 */
const PAGE_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};

const data = policy(DATA_POLICY);

/**
 * What browsers are told on every answer, and everything on the way: that nothing of the API's may be kept.
 * @param switchUrl the websocket by which a page is a phone, if there is one
 */
export function securityHeaders(switchUrl: string | undefined): RequestHandler {
  const page = policy({ ...PAGE_POLICY, connectSrc: ["'self'", ...(switchUrl ? [new URL(switchUrl).origin] : [])] });
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), payment=(), microphone=(self)');
    const isDocumentation = request.path.startsWith('/docs');
    if (!isDocumentation) response.setHeader('Cache-Control', 'no-store');
    if (isDocumentation || isPage(request.path)) return page(request, response, next);
    data(request, response, next);
  };
}

function policy(directives: Record<string, string[]>): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
  });
}
