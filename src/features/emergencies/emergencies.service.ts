import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { Outbox } from '../../platform/events/outbox';
import { Configuration } from '../../platform/tenancy/configuration';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { UNKNOWN_SOUND } from '../sounds/domain/sound-name';
import { SoundsReader } from '../sounds/sounds.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import type { ChangeEmergencyDto, EmergencyDto, StartEmergencyDto } from './emergencies.dto';
import './emergencies.events';
import { EmergenciesRepository } from './emergencies.repository';
import type { Emergency } from './emergency.entity';

type Announced = Pick<Emergency, 'message' | 'reason'>;

@Injectable()
export class EmergenciesService {
  constructor(
    private readonly emergencies: EmergenciesRepository,
    private readonly sounds: SoundsReader,
    private readonly tenants: TenantsReader,
    private readonly configuration: Configuration,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async get(): Promise<EmergencyDto> {
    return shown(await this.emergencies.find());
  }

  /**
   * The next call hears the message. The second click changes nothing; who comes second with another message is told, as
   * the callers hear the first one's.
   */
  start({ message = null, reason }: StartEmergencyDto): Promise<EmergencyDto> {
    return this.alone(async (running) => {
      if (!running) await this.begin({ message, reason });
      else if (running.message !== message || running.reason !== reason) throw alreadyOn(running);
      return this.get();
    });
  }

  /** The next call hears the new message. What is left out stays as it is. */
  change(body: ChangeEmergencyDto): Promise<EmergencyDto> {
    return this.alone(async (running) => {
      if (!running) throw new AppError('conflict', 'The emergency switch-over is off.');
      const announced = { message: body.message === undefined ? running.message : body.message, reason: body.reason ?? running.reason };
      if (announced.message === running.message && announced.reason === running.reason) return this.get();
      if (announced.message !== running.message) await this.refuseUnknown(announced.message);
      await this.emergencies.change(running.id, announced);
      await this.outbox.add('emergency.changed', { emergencyId: running.id, ...announced, at: this.clock.now().getTime() });
      return this.get();
    });
  }

  end(): Promise<void> {
    return this.alone(async (running) => {
      if (!running) return;
      await this.emergencies.remove(running.id);
      await this.outbox.add('emergency.ended', { emergencyId: running.id, at: this.clock.now().getTime() });
    });
  }

  private async begin(announced: Announced): Promise<void> {
    await this.refuseUnknown(announced.message);
    const createdAt = this.clock.now();
    const startedBy = tenantContext.current().actor?.name ?? '';
    const emergencyId = await this.emergencies.insert({ ...announced, startedBy, createdAt });
    await this.outbox.add('emergency.started', { emergencyId, ...announced, at: createdAt.getTime() });
  }

  private async refuseUnknown(message: string | null): Promise<void> {
    if (message !== null && !(await this.sounds.holdKnown(message))) throw AppError.invalid('/message', UNKNOWN_SOUND);
  }

  /** One at a time, in a change that the routing of every process sees with the next call. */
  private alone<T>(work: (running: Emergency | null) => Promise<T>): Promise<T> {
    return this.configuration.change(async () => {
      // there is no row to lock before it begins
      await this.tenants.lockCurrent();
      return work(await this.emergencies.find());
    });
  }
}

function alreadyOn({ startedBy }: Emergency): AppError {
  return new AppError('conflict', `The emergency switch-over is on already, with another message or reason: ${startedBy} was first.`);
}

function shown(running: Emergency | null): EmergencyDto {
  if (!running) return { active: false, message: null, reason: null, since: null, startedBy: null };
  const { message, reason, createdAt, startedBy } = running;
  return { active: true, message, reason, since: createdAt, startedBy };
}
