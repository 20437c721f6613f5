import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account';
import { until } from './api';
import { differences, TOLERANCE_SECONDS } from './compare';
import { sequences } from './queue-actions';
import { readCall } from './read-account';
import type { Result } from './run-scenarios';
import type { Play, Scenario } from './scenario';
import { domainOf, Stage } from './stage';
import type { Standstill } from './standstill';
import { type Slug, type StageRequest, stageNames } from './stages';
import type { TestBed } from './test-bed';

/** What the longest call of any scenario takes, and half a minute more. */
const CALLS_PATIENCE_MS = 90_000;

/** One scenario on one switch. */
export class Run {
  private readonly stages = new Map<Slug, Stage>();
  private readonly scene: Play = { stage: (slug) => this.stage(slug), calls: [], facts: {} };
  private actions: Record<string, string[]> = {};
  private callers = 0;
  private failure: string | null = null;
  /** How many seconds more or less a duration may have. */
  private tolerance = TOLERANCE_SECONDS;

  constructor(
    private readonly bed: TestBed,
    readonly scenario: Scenario,
    private readonly index: number,
    private readonly standstill: Standstill,
  ) {}

  /** Never throws: what went wrong is the result. */
  async play(): Promise<void> {
    const began = performance.now();
    try {
      await this.openStages();
      await this.scenario.play(this.scene);
      await this.over();
      this.tolerance += this.standstill.secondsSince(began);
      await this.settled().catch(() => undefined); // what is missing then, the result tells
      this.actions = this.heard();
    } catch (error) {
      await Promise.all(this.scene.calls.map((call) => call.hangup().catch(() => undefined)));
      this.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }

  async result(): Promise<Result> {
    if (this.failure !== null) return { account: null, actions: {}, problems: [this.failure] };
    const account = await this.account();
    return { account, actions: this.actions, problems: differences(this.scenario.expected, account, this.tolerance) };
  }

  slugOfCall(at: number): Slug | undefined {
    return this.scene.calls[at]?.slug;
  }

  private async openStages(): Promise<void> {
    const { bed, scenario, index } = this;
    for (const [slug, request] of Object.entries(scenario.stages) as [Slug, StageRequest][]) {
      const names = stageNames(slug, scenario.name, index, request);
      this.stages.set(slug, await Stage.open(bed, slug, names, () => this.nextCaller()));
    }
  }

  /** @throws Error where a call goes on that nobody will end */
  private async over(): Promise<void> {
    const { calls } = this.scene;
    const ended = Promise.all(calls.map((call) => call.ended)).then(() => true);
    if (await Promise.race([ended, sleep(CALLS_PATIENCE_MS, false, { ref: false })])) return;
    await Promise.all(calls.map((call) => call.hangup()));
    throw new Error('a call went on that should have been over');
  }

  private settled(): Promise<void> {
    const { expected, name } = this.scenario;
    return until(name, async () => differences(expected, await this.account(), this.tolerance).length === 0);
  }

  private async account(): Promise<Account> {
    const { calls, facts } = this.scene;
    const accounts = calls.map((call) => readCall(this.bed, call, (name) => this.nameOf(name)));
    return { calls: await Promise.all(accounts), facts };
  }

  private heard(): Record<string, string[]> {
    const own = this.bed.actions.filter(({ queue, agent }) => this.owns(queue) || this.owns(agent));
    return sequences(own, (agent) => this.nameOf(agent));
  }

  private owns(name: string | null): boolean {
    const [local = '', domain] = name?.split('@') ?? [];
    return [...this.stages.values()].some(
      ({ slug, names }) => domainOf(slug) === domain && (names.queue === local || names.agents.includes(local)),
    );
  }

  /** `agent1` for the stage's first agent, with its tenant where the name has a domain; other names stay. */
  private nameOf(name: string): string {
    const [local = '', domain] = name.split('@');
    for (const { slug, names } of this.stages.values()) {
      if (name === names.number) return 'number';
      const nth = names.agents.indexOf(local) + 1;
      if (nth > 0 && (domain === undefined || domain === domainOf(slug))) {
        return domain === undefined ? `agent${nth}` : `${slug} agent${nth}`;
      }
    }
    return name;
  }

  private stage(slug: Slug): Stage {
    const stage = this.stages.get(slug);
    if (!stage) throw new Error(`${this.scenario.name} has no stage of ${slug}`);
    return stage;
  }

  private nextCaller(): string {
    this.callers += 1;
    return `138${String(this.index).padStart(4, '0')}${String(this.callers).padStart(4, '0')}`;
  }
}
