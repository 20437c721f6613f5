import { Injectable } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { snake } from '../../platform/database/snake-naming';
import { toWire } from '../../platform/http/wire.interceptor';
import { changeFor, type Viewer } from './domain/viewer';
import { FloorDto } from './live.dto';
import { isBefore, LiveHub, type StreamedChange } from './live-hub';
import { LiveService } from './live.service';

const CURSOR = /^\d{1,15}-\d{1,10}$/;

/** A client that reads slower than things change is cut off; it resumes by its cursor. */
const MOST_UNSENT_BYTES = 1_000_000;
const TRY_AGAIN_LATER = 1013;

/** What a socket is told: the floor (or what was missed since a cursor), and then every change of the tenant. */
@Injectable()
export class LiveStream {
  constructor(
    private readonly hub: LiveHub,
    private readonly live: LiveService,
  ) {}

  /**
   * Of the tenant that is set.
   * @param viewer who looks, asked anew for each change
   * @param after the cursor that the client resumes from
   */
  async serve(client: WebSocket, tenantId: string, viewer: () => Viewer, after: string | null): Promise<void> {
    const early: StreamedChange[] = [];
    let forward = (change: StreamedChange) => void early.push(change);
    client.on('close', this.hub.listen(tenantId, (change) => forward(change)));
    const sent = await this.begin(client, tenantId, viewer, after);
    forward = (change) => {
      if (isBefore(sent, change.cursor)) send(client, change, viewer());
    };
    early.forEach(forward);
  }

  /** @returns the cursor up to which the client knows everything. */
  private async begin(client: WebSocket, tenantId: string, viewer: () => Viewer, after: string | null): Promise<string> {
    const missed = after !== null && CURSOR.test(after) ? await this.hub.since(tenantId, after) : null;
    if (missed && after !== null) {
      missed.forEach((change) => send(client, change, viewer()));
      return missed.at(-1)?.cursor ?? after;
    }
    const floor = await this.live.floor(viewer());
    client.send(JSON.stringify({ type: 'snapshot', cursor: floor.cursor, floor: toWire(FloorDto, floor) }));
    return floor.cursor;
  }
}

function send(client: WebSocket, { cursor, change }: StreamedChange, viewer: Viewer): void {
  const shown = changeFor(viewer, change);
  if (!shown) return;
  if (client.bufferedAmount > MOST_UNSENT_BYTES) client.close(TRY_AGAIN_LATER, 'reading too slowly');
  else client.send(JSON.stringify({ cursor, ...(snakeKeys(shown) as object) }));
}

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), snakeKeys(inner)]));
}
