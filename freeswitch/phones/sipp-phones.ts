import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CallRequest,
  type CallResult,
  type DialRequest,
  type OngoingCall,
  type PhoneAccount,
  type PhoneBehaviour,
  type Phones,
  type Registration,
} from './phones';
import { register, type RegistrarAddress } from './registrar-client';
import { callScenario, dialScenario, phoneScenario } from './scenario';
import { SipUser } from './sip-user';
import { runSipp, type SippProcess, type SippScenario, untilListening } from './sipp-process';
import { readCallTrace } from './sipp-trace';

const REGISTRATION_SECONDS = 3600;
const DEFAULT_BEHAVIOUR: PhoneBehaviour = { kind: 'answer', afterMs: 500 };

/** Sends the caller of that Call-ID the sign to hang up (see sipp/trunk-caller.xml). */
function tellToHangUp(port: number, callId: string): Promise<void> {
  const message = [
    `MESSAGE sip:caller@127.0.0.1:${port} SIP/2.0`,
    'Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKhangup',
    'From: <sip:control@127.0.0.1>;tag=control',
    'To: <sip:caller@127.0.0.1>',
    `Call-ID: ${callId}`,
    'CSeq: 1 MESSAGE',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
  const socket = createSocket('udp4');
  return new Promise((resolve) => socket.send(message, port, '127.0.0.1', () => socket.close(() => resolve())));
}

/**
 * Phones and a trunk played by SIPp (Debian's sip-tester; as root, since it plays recordings through a raw socket)
 * against a switch on loopback. All phones of one behaviour share one SIPp process.
 */
export class SippPhones implements Phones {
  private readonly workDir = mkdtempSync(join(tmpdir(), 'sipp-'));
  private readonly byBehaviour = new Map<string, Promise<SippProcess>>();
  private readonly registered = new Map<string, { account: PhoneAccount; port: number }>();
  private readonly calls = new Set<OngoingCall>();
  private readonly byHandPhones: SipUser[] = [];

  /**
   * @param registrar where phones register (the switch's internal profile)
   * @param trunk where calls from the trunk go (its external profile)
   */
  constructor(
    private readonly registrar: RegistrarAddress,
    private readonly trunk: RegistrarAddress,
  ) {}

  async register(registration: Registration): Promise<number> {
    const { behaviour = DEFAULT_BEHAVIOUR, ...account } = registration;
    const { port } = await this.processFor(behaviour);
    const status = await register(account, { host: '127.0.0.1', port }, this.registrar, REGISTRATION_SECONDS);
    if (status === 200) this.registered.set(`${account.user}@${account.toHost ?? account.domain}`, { account, port });
    return status;
  }

  call(request: CallRequest): OngoingCall {
    return this.place(callScenario(request), this.trunk, request);
  }

  dial(request: DialRequest): OngoingCall {
    return this.place(dialScenario(request), this.registrar, request);
  }

  async byHand(account: PhoneAccount): Promise<SipUser> {
    const user = await SipUser.open(account, this.registrar);
    this.byHandPhones.push(user);
    return user;
  }

  private place(scenario: SippScenario, at: RegistrarAddress, request: CallRequest | DialRequest): OngoingCall {
    const callId = randomUUID();
    const process = runSipp(this.workDir, scenario, ['-m', '1', '-cid_str', callId, `${at.host}:${at.port}`]);
    const hangup = async () => tellToHangUp((await process).port, callId);
    const call: OngoingCall = { ended: this.follow(process, request, hangup), hangup };
    this.calls.add(call);
    void call.ended.then(
      () => this.calls.delete(call),
      () => this.calls.delete(call),
    );
    return call;
  }

  async stop(): Promise<void> {
    const calls = [...this.calls];
    await Promise.all(calls.map((call) => call.hangup()));
    await Promise.allSettled(calls.map((call) => call.ended));
    for (const user of this.byHandPhones) user.close();
    const gone = [...this.registered.values()].map(({ account, port }) =>
      register(account, { host: '127.0.0.1', port }, this.registrar, 0),
    );
    await Promise.allSettled(gone); // the switch may have ended before its phones
    for (const process of await Promise.all(this.byBehaviour.values())) {
      process.kill();
      await process.ended;
    }
    rmSync(this.workDir, { recursive: true, force: true });
  }

  private processFor(behaviour: PhoneBehaviour): Promise<SippProcess> {
    const key = JSON.stringify(behaviour);
    const known = this.byBehaviour.get(key);
    if (known) return known;
    const started = runSipp(this.workDir, phoneScenario(behaviour), []).then(async (process) => {
      await untilListening(process);
      return process;
    });
    this.byBehaviour.set(key, started);
    return started;
  }

  private async follow(
    starting: Promise<SippProcess>,
    request: CallRequest | DialRequest,
    hangup: () => Promise<void>,
  ): Promise<CallResult> {
    const process = await starting;
    const timer = request.hangupAfterMs === undefined ? undefined : setTimeout(hangup, request.hangupAfterMs);
    await process.ended;
    clearTimeout(timer);
    const { status, durationMs } = readCallTrace(process.trace());
    if (status === undefined) {
      throw new Error(`the call to ${request.to} had no answer from the switch at all (${process.complaints()})`);
    }
    return { status, answered: status === 200, durationMs };
  }
}
