import { Injectable } from '@nestjs/common';
import type { EventMap, EventType } from './events';

type Handler = (payload: never) => Promise<void>;

/** Who wants to know what. A handler may be called twice for one event: it must be idempotent. */
@Injectable()
export class EventHandlers {
  private readonly handlers = new Map<string, Map<string, Handler>>();

  /** `name` tells the handlers of one event apart and stays the same over releases. */
  on<T extends EventType>(type: T, name: string, handler: (payload: EventMap[T]) => Promise<void>): void {
    const ofType = this.handlers.get(type) ?? new Map<string, Handler>();
    if (ofType.has(name)) throw new Error(`The event ${type} has a handler ${name} already.`);
    ofType.set(name, handler as Handler);
    this.handlers.set(type, ofType);
  }

  /** The types that this process has handlers for. */
  types(): string[] {
    return [...this.handlers.keys()];
  }

  names(type: string): string[] {
    return [...(this.handlers.get(type)?.keys() ?? [])];
  }

  find(type: string, name: string): ((payload: unknown) => Promise<void>) | undefined {
    return this.handlers.get(type)?.get(name) as ((payload: unknown) => Promise<void>) | undefined;
  }
}
