import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RequestHandler } from 'express';

/**
 * Ends the connections when the process is asked to end: each answer from then on is the last on its connection. Node's
 * server closes the idle ones only, and waits for ever for one that its client keeps busy.
 */
@Injectable()
export class LastAnswers implements BeforeApplicationShutdown {
  /** Whoever has not finished asking after so long is cut off. */
  patienceMs = 10_000;
  private ending = false;

  constructor(private readonly http: HttpAdapterHost) {}

  readonly handler: RequestHandler = (_request, response, next) => {
    if (this.ending) response.setHeader('Connection', 'close');
    next();
  };

  beforeApplicationShutdown(): void {
    this.ending = true;
    const server = this.http.httpAdapter.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), this.patienceMs).unref();
  }
}
