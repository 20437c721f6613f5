import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';
import { tenantContext } from '../../../platform/tenancy/tenant-context';
import { CallLeader, type LedLeg } from '../../../telephony/ivr/call-leader';
import { LANGUAGE_VARIABLE } from '../../routing/domain/known-caller';
import { type Locale, LOCALES } from '../../tenants/domain/tenant-spec';
import { PathBook } from '../../script-paths/domain/path-book';
import { SegmentsReader } from '../../segments/segments.reader';
import { TenantsReader } from '../../tenants/tenants.reader';
import { cameBack } from '../domain/came-back';
import { AFTER_SCRIPT, type Claim, NEXT_VARIABLE, readClaim, SCRIPT_VARIABLE } from '../domain/claim';
import type { Input } from '../domain/command';
import type { Program } from '../domain/script';
import { type CallState, newState, step } from '../domain/step';
import { CommandPerformer } from './command-performer';
import { KeptStates } from './kept-states';
import { Programs } from './programs';

/** Leads legs through their scripts, from the beginning or from the queue that they come back from. */
@Injectable()
export class ScriptedCalls extends CallLeader {
  constructor(
    private readonly programs: Programs,
    private readonly kept: KeptStates,
    private readonly performer: CommandPerformer,
    private readonly paths: PathBook,
    private readonly tenants: TenantsReader,
    private readonly segments: SegmentsReader,
    private readonly config: Config,
  ) {
    super();
  }

  override async lead(leg: LedLeg): Promise<void> {
    const owner = { tenantId: leg.variable('seatline_tenant') ?? '', legUuid: leg.uuid };
    const claim = readClaim(this.config.SWITCH_SECRET, owner, leg.variable(SCRIPT_VARIABLE) ?? '');
    if (claim) await tenantContext.open({ tenantId: claim.tenantId, callId: leg.uuid }, () => this.leadOn(leg, claim));
  }

  private async leadOn(leg: LedLeg, { scriptId, version }: Claim): Promise<void> {
    const program = await this.programs.of(scriptId, version);
    // the dialplan has a way for whoever nobody leads
    if (!program) return;
    const isBack = leg.variable(NEXT_VARIABLE) === AFTER_SCRIPT;
    const state = isBack ? await this.kept.take(leg.uuid) : await this.newcomer(leg, program);
    // the engine died under him before he came to the queue: he has been served as the dialplan does it
    if (!state) return;
    const first: Input = isBack ? cameBack((name) => leg.variable(name)) : { kind: 'begin' };
    await this.walk(leg, program, state, first);
  }

  /** In the caller's language where it is known, and with the priority that his segment gives him. */
  private async newcomer(leg: LedLeg, program: Program): Promise<CallState> {
    const segmentId = leg.variable('seatline_segment');
    const [{ locale }, segment] = await Promise.all([this.tenants.current(), segmentId ? this.segments.find(segmentId) : null]);
    const language = LOCALES.find((each) => each === leg.variable(LANGUAGE_VARIABLE)) ?? (locale as Locale);
    const state = newState(program, language, givenVariables(leg, segment?.name));
    return { ...state, call: { ...state.call, priority: Number(leg.variable('cc_base_score') ?? 0) } };
  }

  private async walk(leg: LedLeg, program: Program, begun: CallState, first: Input): Promise<void> {
    let state = begun;
    let input = first;
    try {
      for (;;) {
        const stepped = step(program, state, input);
        state = stepped.state;
        // before the leg leaves: it may come back to another process, and at once
        if (stepped.commands.some(({ kind }) => kind === 'queue' || kind === 'transfer')) await this.kept.keep(leg.uuid, state);
        for (const command of stepped.commands) {
          const performed = await this.performer.perform(leg, command);
          if (performed.kind === 'left') return;
          // meanwhile only we were at work
          input = leg.isGone ? { kind: 'hung-up' } : performed;
        }
        if (state.ended) return;
      }
    } finally {
      // first, so that the caller need not wait for the book
      leg.close();
      await this.paths.keep(leg.uuid, state.path);
    }
  }
}

/** What a dialplan has said of the leg. */
function givenVariables(leg: LedLeg, segment: string | undefined): Record<string, string> {
  const given = {
    caller_number: leg.callerNumber,
    called_number: leg.variable('seatline_number'),
    customer_id: leg.variable('seatline_customer'),
    segment,
  };
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
