import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventHandlers } from '../../platform/events/event-handlers';
import '../agents/agents.events';
import '../call-notes/call-notes.events';
import '../calls/calls.events';
import { CallsReader } from '../calls/calls.reader';
import '../emergencies/emergencies.events';
import '../seats/seats.events';
import '../voicemails/voicemails.events';
import { WebhookDeliveriesService } from './webhook-deliveries.service';

/**
 * Which of the product's events go out, and what they tell. Never who called: whoever receives it asks the API for that,
 * with the rights it has there.
 */
@Injectable()
export class WebhookAnnouncements implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly calls: CallsReader,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  onModuleInit(): void {
    this.handlers.on('call.settled', 'announce-call', ({ callId }) => this.callEnded(callId));
    this.handlers.on('call.wrap_up_code_chosen', 'announce-wrap-up-code', ({ callUuid, agent, queue, wrapUpCode, at }) =>
      this.deliveries.announce('call.wrap_up_code_chosen', `${callUuid}:${agent}:${at}`, {
        call_uuid: callUuid, agent, queue, wrap_up_code: wrapUpCode, chosen_at: new Date(at),
      }),
    );
    this.handlers.on('agent.put_on_break', 'announce-break', ({ number, status, at }) =>
      this.deliveries.announce('agent.put_on_break', `${number}:${at}`, { agent: number, status, at: new Date(at) }),
    );
    this.handlers.on('seat.suspended', 'announce-suspension', ({ seatId, extension, reason, at }) =>
      this.deliveries.announce('seat.suspended', `${seatId}:${at}`, { seat_id: seatId, extension, reason, at: new Date(at) }),
    );
    this.handlers.on('emergency.started', 'announce-emergency', ({ emergencyId, message, reason, at }) =>
      this.deliveries.announce('emergency.started', emergencyId, { message, reason, at: new Date(at) }),
    );
    this.handlers.on('emergency.changed', 'announce-emergency-change', ({ emergencyId, message, reason, at }) =>
      this.deliveries.announce('emergency.changed', `${emergencyId}:${at}`, { message, reason, at: new Date(at) }),
    );
    this.handlers.on('emergency.ended', 'announce-emergency-end', ({ emergencyId, at }) =>
      this.deliveries.announce('emergency.ended', emergencyId, { at: new Date(at) }),
    );
    this.handlers.on('voicemail.left', 'announce-voicemail', ({ voicemailId, callId, queue, durationSeconds, at }) =>
      this.deliveries.announce('voicemail.left', voicemailId, {
        voicemail_id: voicemailId, call_id: callId, queue, duration_seconds: durationSeconds, left_at: new Date(at),
      }),
    );
  }

  private async callEnded(callId: string): Promise<void> {
    const { id, uuid, direction, queue, agent, outcome, startedAt, endedAt } = await this.calls.get(callId);
    const data = { call_id: id, call_uuid: uuid, direction, queue, agent, outcome, started_at: startedAt, ended_at: endedAt };
    await this.deliveries.announce('call.ended', callId, data);
  }
}
