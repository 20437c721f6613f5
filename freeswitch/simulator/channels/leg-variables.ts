import { randomBytes, randomUUID } from 'node:crypto';

import type { CallerProfile } from './caller-profile';

type Variable = readonly [name: string, value: string];

const MEDIA: readonly Variable[] = [
  ['remote_video_media_flow', 'inactive'],
  ['remote_text_media_flow', 'inactive'],
  ['remote_audio_media_flow', 'sendrecv'],
  ['audio_media_flow', 'sendrecv'],
  ['rtp_audio_recv_pt', '8'],
  ['rtp_use_codec_name', 'PCMA'],
  ['rtp_use_codec_rate', '8000'],
  ['rtp_use_codec_ptime', '20'],
  ['rtp_use_codec_channels', '1'],
  ['rtp_last_audio_codec_string', 'PCMA@8000h@20i@1c'],
  ['read_codec', 'PCMA'],
  ['original_read_codec', 'PCMA'],
  ['read_rate', '8000'],
  ['original_read_rate', '8000'],
  ['write_codec', 'PCMA'],
  ['write_rate', '8000'],
];

const tag = (): string => randomBytes(7).toString('hex').slice(0, 13);

function remoteSdp(port: number): string {
  return [
    'v=0', 'o=user1 53655765 2353687637 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0',
    `m=audio ${port} RTP/AVP 8 101`, 'a=rtpmap:8 PCMA/8000', 'a=rtpmap:101 telephone-event/8000', 'a=fmtp:101 0-15', '',
  ].join('\r\n');
}

export interface InboundLeg {
  readonly uuid: string;
  readonly sessionId: number;
  readonly profile: string;
  readonly profilePort: number;
  readonly channelName: string;
  readonly from: string;
  readonly displayName: string;
  readonly fromHost: string;
  readonly to: string;
  readonly toHost: string;
  readonly port: number;
  readonly createdMicros: number;
}

/** What mod_sofia puts on a channel that came in by an INVITE. */
export function inboundVariables(leg: InboundLeg): Variable[] {
  const fromTag = tag();
  const display = leg.displayName === leg.from ? '' : `"${leg.displayName}" `;
  const from = `${leg.from}@${leg.fromHost}`;
  const to = `${leg.to}@${leg.toHost}`;
  const variables: Variable[] = [
    ['direction', 'inbound'],
    ['uuid', leg.uuid],
    ['call_uuid', leg.uuid],
    ['session_id', String(leg.sessionId)],
    ['sip_from_user', leg.from],
    ['sip_from_port', String(leg.port)],
    ['sip_from_uri', from],
    ['sip_from_host', leg.fromHost.split(':')[0] ?? ''],
    ['video_media_flow', 'disabled'],
    ['text_media_flow', 'disabled'],
    ['channel_name', leg.channelName],
    ['sip_call_id', `${randomUUID()}@127.0.0.1`],
    ['sip_local_network_addr', '127.0.0.1'],
    ['sip_network_ip', '127.0.0.1'],
    ['sip_network_port', String(leg.port)],
    ['sip_invite_stamp', String(leg.createdMicros)],
    ['sip_received_ip', '127.0.0.1'],
    ['sip_received_port', String(leg.port)],
    ['sip_via_protocol', 'udp'],
    ['sip_from_user_stripped', leg.from],
    ['sip_from_tag', fromTag],
    ['sofia_profile_name', leg.profile],
    ['sofia_profile_url', `sip:mod_sofia@127.0.0.1:${leg.profilePort}`],
    ['recovery_profile_name', leg.profile],
    ['sip_full_via', `SIP/2.0/UDP 127.0.0.1:${leg.port};branch=z9hG4bK-${fromTag}`],
    ['sip_from_display', display ? leg.displayName : ''],
    ['sip_full_from', `${display}<sip:${from}>;tag=${fromTag}`],
    ['sip_full_to', `<sip:${to}>`],
    ['sip_req_user', leg.to],
    ['sip_req_uri', to],
    ['sip_req_host', leg.toHost],
    ['sip_to_user', leg.to],
    ['sip_to_uri', to],
    ['sip_to_host', leg.toHost],
    ['sip_contact_user', leg.from],
    ['sip_contact_port', String(leg.port)],
    ['sip_contact_uri', `${leg.from}@127.0.0.1:${leg.port}`],
    ['sip_contact_host', '127.0.0.1'],
    ['sip_via_host', '127.0.0.1'],
    ['sip_via_port', String(leg.port)],
    ['max_forwards', '70'],
    ['switch_r_sdp', remoteSdp(leg.port + 24000)],
    ['ep_codec_string', 'CORE_PCM_MODULE.PCMA@8000h@20i@64000b'],
    ['rtp_use_codec_string', 'PCMA,PCMU'],
    ...MEDIA,
    ['dtmf_type', 'rfc2833'],
    ['endpoint_disposition', 'RECEIVED'],
  ];
  return variables.filter(([, value]) => value !== '');
}

export interface OutboundLeg {
  readonly uuid: string;
  readonly sessionId: number;
  readonly profile: string;
  readonly channelName: string;
  readonly destination: string;
  /** `1001@127.0.0.1:7001`. */
  readonly contact: string;
}

/** What mod_sofia puts on a channel that goes out. */
export function outboundVariables(leg: OutboundLeg): Variable[] {
  return [
    ['direction', 'outbound'],
    ['is_outbound', 'true'],
    ['uuid', leg.uuid],
    ['call_uuid', leg.uuid],
    ['session_id', String(leg.sessionId)],
    ['sip_profile_name', leg.profile],
    ['video_media_flow', 'disabled'],
    ['text_media_flow', 'disabled'],
    ['channel_name', leg.channelName],
    ['sip_destination_url', `sip:${leg.contact}`],
    ['sip_req_uri', leg.contact],
    ['sofia_profile_name', leg.profile],
    ['recovery_profile_name', leg.profile],
    ['sip_local_network_addr', '127.0.0.1'],
    ['sip_network_ip', '127.0.0.1'],
    ['sip_to_user', leg.destination],
    ['sip_call_id', randomUUID()],
    ...MEDIA,
    ['dtmf_type', 'info'],
  ];
}

/** What the called party's first provisional answer adds to an outgoing leg. */
export function dialogVariables(profile: CallerProfile, domain: string): Variable[] {
  const fromTag = tag();
  const from = `${profile.callerIdNumber}@${domain}`;
  return [
    ['sip_from_display', profile.callerIdName],
    ['sip_full_from', `"${profile.callerIdName}" <sip:${from}>;tag=${fromTag}`],
    ['sip_from_user', profile.callerIdNumber],
    ['sip_from_uri', from],
    ['sip_from_host', domain],
    ['sip_from_tag', fromTag],
    ['sip_to_tag', tag()],
  ];
}
