/** Of the stream in which all of a call's keys are: a key whose numbers do not go on would be taken for an old packet. */
const SSRC = 0x5ea71e;
const PAYLOAD_TYPE = 101;
/** 8 kHz in packets of 20 ms. */
const UNITS_PER_MS = 8;
const PACKET_MS = 20;
const PRESSED_PACKETS = 7;
/** The end is told three times, should packets be lost. */
const END_PACKETS = 3;
export const PACKETS_PER_KEY = PRESSED_PACKETS + END_PACKETS;
/** -10 dBm0. */
const VOLUME = 10;
const EVENTS = '0123456789*#';

const ETHERNET_BYTES = 14;
const IP_BYTES = 20;
const UDP_BYTES = 8;
const RTP_BYTES = 12;
const EVENT_BYTES = 4;

/**
 * One key of a telephone as SIPp plays it: a capture (pcap 2.4) of RFC 4733 packets over 200 ms.
 * @param key one of 0-9 * #
 * @param nth of the call's keys, from 0
 * @param atMs when it is pressed, after the answer
 */
export function keyCapture(key: string, nth: number, atMs: number): Buffer {
  const packets = Array.from({ length: PACKETS_PER_KEY }, (_, index) => packet(EVENTS.indexOf(key), nth, atMs, index));
  return Buffer.concat([captureHead(), ...packets.map((bytes, index) => Buffer.concat([packetHead(index, bytes.length), bytes]))]);
}

function captureHead(): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65_535, 16);
  // Ethernet
  head.writeUInt32LE(1, 20);
  return head;
}

function packetHead(index: number, length: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(index * PACKET_MS * 1000, 4);
  head.writeUInt32LE(length, 8);
  head.writeUInt32LE(length, 12);
  return head;
}

/** SIPp sends what UDP carries, from and to the call's own addresses: those in the packet are of no account. */
function packet(event: number, nth: number, atMs: number, index: number): Buffer {
  const udpLength = UDP_BYTES + RTP_BYTES + EVENT_BYTES;
  const bytes = Buffer.alloc(ETHERNET_BYTES + IP_BYTES + udpLength);
  bytes.writeUInt16BE(0x0800, 12);
  bytes.writeUInt8(0x45, ETHERNET_BYTES);
  bytes.writeUInt16BE(IP_BYTES + udpLength, ETHERNET_BYTES + 2);
  bytes.writeUInt8(64, ETHERNET_BYTES + 8);
  bytes.writeUInt8(17, ETHERNET_BYTES + 9);
  bytes.writeUInt32BE(0x7f000001, ETHERNET_BYTES + 12);
  bytes.writeUInt32BE(0x7f000001, ETHERNET_BYTES + 16);
  bytes.writeUInt16BE(10_000, ETHERNET_BYTES + IP_BYTES);
  bytes.writeUInt16BE(10_000, ETHERNET_BYTES + IP_BYTES + 2);
  bytes.writeUInt16BE(udpLength, ETHERNET_BYTES + IP_BYTES + 4);
  const rtp = ETHERNET_BYTES + IP_BYTES + UDP_BYTES;
  const isEnd = index >= PRESSED_PACKETS;
  bytes.writeUInt8(0x80, rtp);
  bytes.writeUInt8((index === 0 ? 0x80 : 0) | PAYLOAD_TYPE, rtp + 1);
  bytes.writeUInt16BE(1 + nth * PACKETS_PER_KEY + index, rtp + 2);
  bytes.writeUInt32BE((1 + atMs) * UNITS_PER_MS, rtp + 4);
  bytes.writeUInt32BE(SSRC, rtp + 8);
  bytes.writeUInt8(event, rtp + RTP_BYTES);
  bytes.writeUInt8((isEnd ? 0x80 : 0) | VOLUME, rtp + RTP_BYTES + 1);
  bytes.writeUInt16BE(Math.min(index + 1, PRESSED_PACKETS + 1) * PACKET_MS * UNITS_PER_MS, rtp + RTP_BYTES + 2);
  return bytes;
}
