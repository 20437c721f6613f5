import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PrincipalSource } from '../../platform/auth/principal';
import { RightsChanges } from '../../platform/auth/rights-changes';
import { Log } from '../../platform/logging/log';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { type LastingSupervision, SupervisionsRepository } from './supervisions.repository';

/** For what nobody announces: a session's time is over, or Redis was away. */
const LOOK_MS = 10_000;

/**
 * Nobody listens longer than he may: a supervision ends with the session or the key it was begun with, and with the right
 * to it. Each api process looks; that two end the same one does no harm.
 */
@Injectable()
export class SupervisionWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private looks: NodeJS.Timeout | undefined;

  constructor(
    private readonly changes: RightsChanges,
    private readonly source: PrincipalSource,
    private readonly supervisions: SupervisionsRepository,
    private readonly commands: SwitchCommands,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.changes.listen((subject) => void this.look((of) => [of.tenantId, of.supervisorId, of.sessionId].includes(subject)));
    this.looks = setInterval(() => void this.look(() => true), LOOK_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.looks);
  }

  /** What cannot be ended now is tried again at the next look. */
  private async look(concerns: (supervision: LastingSupervision) => boolean): Promise<void> {
    try {
      const concerned = (await this.supervisions.allLasting()).filter(concerns);
      await Promise.all(concerned.map((each) => this.endUnlessAllowed(each)));
    } catch (error) {
      this.log.warn({ err: error }, 'cannot look who may listen');
    }
  }

  private async endUnlessAllowed({ tenantId, id, legUuid, supervisorId, sessionId }: LastingSupervision): Promise<void> {
    const kind = sessionId === null ? 'api_key' : 'user';
    const supervisor = await this.source.again({ kind, id: supervisorId, tenantId, sessionId });
    if (supervisor?.permissions.includes('calls:supervise')) return;
    if ((await this.commands.ask({ kind: 'end-supervision', legUuid })) !== 'done') return;
    await tenantContext.open({ tenantId }, () => this.supervisions.end(id));
  }
}
