/** Event-Calling-File, -Function and -Line-Number of 1.10.12, by event name or by CC-Action. */
export type Origin = readonly [file: string, fn: string, line: number];

const UNKNOWN: Origin = ['switch_event.c', 'switch_event_fire_detailed', 0];

const ORIGINS: Record<string, Origin> = {
  API: ['switch_loadable_module.c', 'switch_api_execute', 2954],
  BACKGROUND_JOB: ['mod_event_socket.c', 'api_exec', 1573],
  CALL_UPDATE: ['mod_sofia.c', 'sofia_receive_message', 2100],
  CHANNEL_ANSWER: ['switch_channel.c', 'switch_channel_perform_mark_answered', 3846],
  CHANNEL_BRIDGE: ['switch_ivr_bridge.c', 'switch_ivr_multi_threaded_bridge', 1689],
  CHANNEL_CALLSTATE: ['switch_channel.c', 'switch_channel_perform_set_callstate', 301],
  CHANNEL_CREATE: ['switch_core_state_machine.c', 'switch_core_session_run', 626],
  CHANNEL_DATA: ['mod_event_socket.c', 'parse_command', 2021],
  CHANNEL_DESTROY: ['switch_core_session.c', 'switch_core_session_perform_destroy', 1584],
  CHANNEL_EXECUTE: ['switch_core_session.c', 'switch_core_session_exec', 2944],
  CHANNEL_EXECUTE_COMPLETE: ['switch_core_session.c', 'switch_core_session_exec', 2967],
  CHANNEL_HANGUP: ['switch_channel.c', 'switch_channel_perform_hangup', 3445],
  CHANNEL_HANGUP_COMPLETE: ['switch_core_state_machine.c', 'switch_core_session_reporting_state', 943],
  CHANNEL_ORIGINATE: ['switch_core_state_machine.c', 'switch_core_session_run', 632],
  CHANNEL_OUTGOING: ['switch_core_session.c', 'switch_core_session_outgoing_channel', 768],
  CHANNEL_PARK: ['switch_ivr.c', 'switch_ivr_park', 1002],
  CHANNEL_PROGRESS: ['switch_channel.c', 'switch_channel_perform_mark_ring_ready_value', 3505],
  CHANNEL_STATE: ['switch_channel.c', 'switch_channel_perform_set_running_state', 2408],
  CHANNEL_UNBRIDGE: ['switch_ivr_bridge.c', 'switch_ivr_multi_threaded_bridge', 1879],
  CHANNEL_UNPARK: ['switch_ivr.c', 'switch_ivr_park', 1213],
  DTMF: ['switch_channel.c', 'switch_channel_dequeue_dtmf', 677],
  HEARTBEAT: ['switch_core.c', 'send_heartbeat', 95],
  PLAYBACK_START: ['switch_ivr_play_say.c', 'switch_ivr_play_file', 1646],
  PLAYBACK_STOP: ['switch_ivr_play_say.c', 'switch_ivr_play_file', 2020],
  PRIVATE_COMMAND: ['switch_ivr.c', 'switch_ivr_parse_next_event', 804],
  'agent-add': ['mod_callcenter.c', 'cc_agent_add', 917],
  'agent-contact-change': ['mod_callcenter.c', 'cc_agent_update', 1092],
  'agent-max-no-answer': ['mod_callcenter.c', 'outbound_agent_thread_run', 2164],
  'agent-offering': ['mod_callcenter.c', 'outbound_agent_thread_run', 1717],
  'agent-state-change': ['mod_callcenter.c', 'cc_agent_update', 1067],
  'agent-status-change': ['mod_callcenter.c', 'cc_agent_update', 1043],
  'bridge-agent-end': ['mod_callcenter.c', 'outbound_agent_thread_run', 2062],
  'bridge-agent-fail': ['mod_callcenter.c', 'outbound_agent_thread_run', 2200],
  'bridge-agent-start': ['mod_callcenter.c', 'outbound_agent_thread_run', 1934],
  'member-queue-cancel': ['mod_callcenter.c', 'callcenter_function', 3274],
  'member-queue-end': ['mod_callcenter.c', 'outbound_agent_thread_run', 2098],
  'member-queue-start': ['mod_callcenter.c', 'callcenter_function', 3113],
  'member-queue-resume': ['mod_callcenter.c', 'callcenter_function', 3113],
  'members-count': ['mod_callcenter.c', 'cc_queue_count', 878],
  'sip-auth': ['sofia_reg.c', 'sofia_reg_parse_auth', 3124],
  'user-call': ['mod_callcenter.c', 'outbound_agent_thread_run', 1755],
  dialplan: ['mod_dialplan_xml.c', 'dialplan_xml_locate', 610],
  'load-queue': ['mod_callcenter.c', 'load_queue', 724],
  'uuid-bridge': ['switch_ivr_bridge.c', 'uuid_bridge_on_soft_execute', 1236],
  'sofia-register': ['sofia_reg.c', 'sofia_reg_handle_register_token', 2084],
};

export function originOf(key: string): Origin {
  return ORIGINS[key] ?? UNKNOWN;
}
