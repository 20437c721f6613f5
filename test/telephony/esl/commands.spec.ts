import fc from 'fast-check';
import * as commands from '../../../src/telephony/esl/commands';

const UUID = '4f236891-fbee-42a6-9673-d7b573c5a171';
const OTHER = '897d5c17-22bd-4fa4-bd10-33db3c9456cf';
const AGENT = '1001@pharma.seatline.test';
const QUEUE = 'care@pharma.seatline.test';
const SUPERVISION = {
  legUuid: UUID,
  extension: '1009',
  domain: 'pharma.seatline.test',
  targetLegUuid: OTHER,
  mode: 'whisper',
  shown: '1001',
  ringSeconds: 20,
} as const;
const DIAL = {
  legUuid: UUID,
  extension: '1001',
  domain: 'pharma.seatline.test',
  agent: AGENT,
  number: '+8613800138001',
  context: 'pharma',
  callerNumber: '4008001001',
  ringSeconds: 30,
};

describe('commands as the switch reads them', () => {
  it.each([
    [commands.authCommand('ClueCon'), 'auth ClueCon'],
    [
      commands.eventPlainCommand(['CHANNEL_ANSWER', 'HEARTBEAT'], ['callcenter::info']),
      'event plain CHANNEL_ANSWER HEARTBEAT CUSTOM callcenter::info',
    ],
    [commands.eventPlainCommand(['HEARTBEAT'], []), 'event plain HEARTBEAT'],
    [commands.filterCommand('Unique-ID', UUID), `filter Unique-ID ${UUID}`],
    [commands.listAgentsCommand(), 'json {"command":"callcenter_config","data":{"arguments":"agent list"}}'],
    [
      commands.listQueueRowsCommand('members', QUEUE),
      `json {"command":"callcenter_config","data":{"arguments":"queue list members","queue_name":"${QUEUE}"}}`,
    ],
    [commands.addAgentCommand(AGENT), `callcenter_config agent add ${AGENT} callback`],
    [commands.deleteAgentCommand(AGENT), `callcenter_config agent del ${AGENT}`],
    [
      commands.setAgentStatusCommand(AGENT, 'Available (On Demand)'),
      `callcenter_config agent set status ${AGENT} 'Available (On Demand)'`,
    ],
    [commands.setAgentStatusCommand(AGENT, 'On Break'), `callcenter_config agent set status ${AGENT} 'On Break'`],
    [commands.setAgentStateCommand(AGENT, 'Waiting'), `callcenter_config agent set state ${AGENT} 'Waiting'`],
    [
      commands.setAgentContactCommand(AGENT, { extension: '8001', domain: 'pharma.seatline.test', ringSeconds: 15 }),
      `callcenter_config agent set contact ${AGENT} [leg_timeout=15]user/8001@pharma.seatline.test`,
    ],
    [commands.setAgentTimeCommand(AGENT, 'wrap_up_time', 20), `callcenter_config agent set wrap_up_time ${AGENT} 20`],
    [commands.addTierCommand(QUEUE, AGENT, 1, 2), `callcenter_config tier add ${QUEUE} ${AGENT} 1 2`],
    [commands.setTierLevelCommand(QUEUE, AGENT, 3), `callcenter_config tier set level ${QUEUE} ${AGENT} 3`],
    [commands.deleteTierCommand(QUEUE, AGENT), `callcenter_config tier del ${QUEUE} ${AGENT}`],
    [commands.queueCommand('reload', QUEUE), `callcenter_config queue reload ${QUEUE}`],
    [commands.showChannelsCommand(), 'show channels as json'],
    [commands.killLegCommand(UUID), `uuid_kill ${UUID} NORMAL_CLEARING`],
    [commands.transferLegCommand(UUID, 'menu', 'pharma'), `uuid_transfer ${UUID} menu XML pharma`],
    [commands.bridgeLegsCommand(UUID, OTHER), `uuid_bridge ${UUID} ${OTHER}`],
    [commands.setLegVariableCommand(UUID, 'park_after_bridge', 'true'), `uuid_setvar ${UUID} park_after_bridge true`],
    [commands.setLegTextCommand(UUID, 'note', "a\n${b}'"), `uuid_setvar ${UUID} note YQoke2J9Jw`],
    [commands.legExistsCommand(UUID), `uuid_exists ${UUID}`],
    [commands.broadcastCommand(UUID, 'ivr/hold.wav', 'both'), `uuid_broadcast ${UUID} ivr/hold.wav both`],
    [
      commands.clickToDialCommand(DIAL),
      `originate {origination_uuid=${UUID},originate_timeout=30,origination_caller_id_number=+8613800138001,` +
        `effective_caller_id_number=4008001001,seatline_caller_number=4008001001,domain_name=pharma.seatline.test,seatline_direction=outbound,` +
        `seatline_number=+8613800138001,seatline_extension=1001,seatline_agent=${AGENT}}` +
        'user/1001@pharma.seatline.test +8613800138001 XML pharma',
    ],
    [
      commands.superviseCommand(SUPERVISION),
      `originate {origination_uuid=${UUID},originate_timeout=20,origination_caller_id_number=1001,` +
        'domain_name=pharma.seatline.test,seatline_supervision=true,process_cdr=false,eavesdrop_enable_dtmf=false,' +
        `eavesdrop_whisper_bleg=true,eavesdrop_whisper_aleg=false}user/1009@pharma.seatline.test &eavesdrop(${OTHER})`,
    ],
    [
      commands.changeSupervisionCommand(UUID, 'barge'),
      `sendevent PRIVATE_COMMAND\nunique-id: ${UUID}\neavesdrop-command: 3`,
    ],
    [commands.reloadXmlCommand(), 'reloadxml'],
    [commands.flushXmlCacheCommand(), 'xml_flush_cache'],
    [
      commands.flushXmlCacheCommand({ extension: '1001', domain: 'pharma.seatline.test' }),
      'xml_flush_cache id 1001 pharma.seatline.test',
    ],
    [
      commands.executeCommand({ legUuid: UUID, application: 'callcenter', argument: QUEUE, eventUuid: OTHER }),
      `sendmsg ${UUID}\ncall-command: execute\nexecute-app-name: callcenter\nexecute-app-arg: ${QUEUE}\n` +
        `Event-UUID: ${OTHER}\nevent-lock: true`,
    ],
  ])('%s', (rendered, text) => {
    expect(rendered).toBe(text);
  });
});

describe('what may not become part of a command', () => {
  it.each([
    ['an unknown status', () => commands.setAgentStatusCommand(AGENT, 'available' as 'Available'), 'status: must be'],
    ['an agent without a domain', () => commands.addAgentCommand('1001'), 'agent: must be NAME@DOMAIN'],
    ['a negative time', () => commands.setAgentTimeCommand(AGENT, 'wrap_up_time', -1), 'wrap_up_time: must be a whole'],
    ['a fraction', () => commands.setAgentTimeCommand(AGENT, 'wrap_up_time', 1.5), 'wrap_up_time: must be a'],
    ['position 0', () => commands.addTierCommand(QUEUE, AGENT, 1, 0), 'position: must be a whole number from 1'],
    ['a climbing path', () => commands.broadcastCommand(UUID, '../../etc/passwd', 'both'), 'path: must be a path'],
    ['an expansion', () => commands.setLegVariableCommand(UUID, 'x', '${y}'), 'value: must be letters'],
    ['a lower-case event', () => commands.eventPlainCommand(['all'], []), 'event: must be an event name'],
    ['a dial string fork', () => commands.clickToDialCommand({ ...DIAL, number: '1,user/2' }), 'number: must be'],
  ])('%s', (_what, render, message) => {
    expect(render).toThrow(message);
  });

  /** Every text field of every command that takes one. */
  const fields: Record<string, (text: string) => string> = {
    password: commands.authCommand,
    event: (text) => commands.eventPlainCommand([text], []),
    subclass: (text) => commands.eventPlainCommand([], [text]),
    filterHeader: (text) => commands.filterCommand(text, 'x'),
    filterValue: (text) => commands.filterCommand('x', text),
    application: (text) => commands.executeCommand({ application: text, argument: '', eventUuid: UUID }),
    argument: (text) => commands.executeCommand({ application: 'set', argument: text, eventUuid: UUID }),
    eventUuid: (text) => commands.executeCommand({ application: 'set', argument: '', eventUuid: text }),
    queueRows: (text) => commands.listQueueRowsCommand('agents', text),
    addAgent: commands.addAgentCommand,
    deleteAgent: commands.deleteAgentCommand,
    statusOf: (text) => commands.setAgentStatusCommand(text, 'Available'),
    status: (text) => commands.setAgentStatusCommand(AGENT, text as 'Available'),
    state: (text) => commands.setAgentStateCommand(AGENT, text as 'Idle'),
    extension: (text) => commands.renderSeatContact({ extension: text, domain: 'a.test', ringSeconds: 9 }),
    domain: (text) => commands.renderSeatContact({ extension: '1', domain: text, ringSeconds: 9 }),
    timeKey: (text) => commands.setAgentTimeCommand(AGENT, text as 'wrap_up_time', 1),
    breakAgent: commands.breakAgentCommand,
    tierQueue: (text) => commands.addTierCommand(text, AGENT, 1, 1),
    tierAgent: (text) => commands.deleteTierCommand(QUEUE, text),
    queue: (text) => commands.queueCommand('load', text),
    kill: commands.killLegCommand,
    cause: (text) => commands.killLegCommand(UUID, text),
    transferTo: (text) => commands.transferLegCommand(UUID, text, 'pharma'),
    transferContext: (text) => commands.transferLegCommand(UUID, '1', text),
    bridge: (text) => commands.bridgeLegsCommand(UUID, text),
    variable: (text) => commands.setLegVariableCommand(UUID, text, '1'),
    value: (text) => commands.setLegVariableCommand(UUID, 'x', text),
    freeText: (text) => commands.setLegTextCommand(UUID, 'x', text),
    broadcast: (text) => commands.broadcastCommand(UUID, text, 'both'),
    dialExtension: (text) => commands.clickToDialCommand({ ...DIAL, extension: text }),
    dialDomain: (text) => commands.clickToDialCommand({ ...DIAL, domain: text }),
    dialAgent: (text) => commands.clickToDialCommand({ ...DIAL, agent: text }),
    dialNumber: (text) => commands.clickToDialCommand({ ...DIAL, number: text }),
    dialContext: (text) => commands.clickToDialCommand({ ...DIAL, context: text }),
    dialCaller: (text) => commands.clickToDialCommand({ ...DIAL, callerNumber: text }),
    supervise: (text) => commands.superviseCommand({ ...SUPERVISION, extension: text }),
    superviseDomain: (text) => commands.superviseCommand({ ...SUPERVISION, domain: text }),
    superviseTarget: (text) => commands.superviseCommand({ ...SUPERVISION, targetLegUuid: text }),
    superviseShown: (text) => commands.superviseCommand({ ...SUPERVISION, shown: text }),
    changeSupervision: (text) => commands.changeSupervisionCommand(text, 'listen'),
    flush: (text) => commands.flushXmlCacheCommand({ extension: text, domain: 'a.test' }),
  };
  const plainCommand: Record<string, string> = Object.fromEntries(
    Object.entries(fields).map(([name, render]) => {
      const samples = [AGENT, UUID, 'HEARTBEAT', 'a::b', 'Available', 'Idle', 'wrap_up_time', 'x', 'a.test'];
      const fit = samples.find((sample) => {
        try {
          return render(sample) !== '';
        } catch {
          return false;
        }
      });
      return [name, render(fit ?? '')];
    }),
  );

  it.each(Object.keys(fields))('%s: hostile text is refused or cannot change the shape of the command', (name) => {
    const render = fields[name] as (text: string) => string;
    const known = ['a\nb', 'a\r\nb', 'a\0b', "a'b", 'a b', '${x}', '{a=b}', 'a,b', 'a|b', ':_:', 'x\n\napi x', '%0a'];
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...known),
    );
    const shape = (text: string): number[] => [text.split('\n').length, text.split('{').length, text.split('|').length];
    const wanted = shape(plainCommand[name] as string);
    fc.assert(
      fc.property(hostile, fc.constantFrom('', 'x', AGENT, UUID), fc.boolean(), (text, good, before) => {
        let rendered: string;
        try {
          rendered = render(before ? text + good : good + text);
        } catch (error) {
          expect((error as Error).name).toBe('CommandFieldError');
          return;
        }
        expect(rendered).not.toMatch(/[\r\0]/);
        expect(rendered.split('\n')).toHaveLength(wanted[0] as number);
        // The password is the operator's and is expanded nowhere; an application's argument has a syntax of its own.
        if (name !== 'password') expect(rendered).not.toContain('$');
        if (name !== 'password' && name !== 'argument') expect(shape(rendered)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
