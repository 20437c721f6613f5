import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import compression from 'compression';
import express, { type RequestHandler } from 'express';

/** What is not the portal's: the API, its documentation, the switch's doors, monitoring. */
const PROGRAMS = /^\/(v1|docs|switch|health|metrics)(\/|$)/;
/** A built file's name holds its digest: under that name it never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Whether a path is for people's browsers. */
export function isPage(path: string): boolean {
  return !PROGRAMS.test(path);
}

/** Serves the built portal: its files, and for every other address its one page, which knows the rooms. */
export function servePortal(directory = join(packageRoot(__dirname), 'dist/portal')): RequestHandler {
  const files = express.static(directory, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      if (path.includes('/assets/')) response.setHeader('Cache-Control', FOR_EVER);
    },
  });
  // files alone: nothing secret is in them that a chosen text beside it could give away by its length
  const compress = compression({ level: 9 });
  return (request, response, next) => {
    const asks = request.method === 'GET' || request.method === 'HEAD';
    if (!asks || !isPage(request.path)) return next();
    compress(request, response, () =>
      files(request, response, (error?: unknown) => {
        // an address that a person typed, or a file of an earlier build
        if (error || !request.accepts('html') || request.path.startsWith('/assets/')) return next(error);
        response.sendFile('index.html', { root: directory }, (missing?: Error) => missing && next());
      }),
    );
  };
}

function packageRoot(directory: string): string {
  return existsSync(join(directory, 'package.json')) ? directory : packageRoot(dirname(directory));
}
