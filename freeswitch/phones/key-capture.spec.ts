import { keyCapture, PACKETS_PER_KEY } from './key-capture';

const RTP_AT = 14 + 20 + 8;

function packetsOf(capture: Buffer) {
  const packets: { marked: boolean; type: number; sequence: number; timestamp: number; event: number; isEnd: boolean; duration: number }[] = [];
  for (let at = 24; at < capture.length; ) {
    const length = capture.readUInt32LE(at + 8);
    const rtp = capture.subarray(at + 16 + RTP_AT, at + 16 + length);
    packets.push({
      marked: rtp.readUInt8(1) > 127, type: rtp.readUInt8(1) & 127, sequence: rtp.readUInt16BE(2), timestamp: rtp.readUInt32BE(4),
      event: rtp.readUInt8(12), isEnd: rtp.readUInt8(13) > 127, duration: rtp.readUInt16BE(14),
    });
    at += 16 + length;
  }
  return packets;
}

it('is one event of 160 ms, whose end is told three times', () => {
  const packets = packetsOf(keyCapture('#', 0, 500));
  expect(packets.map(({ event }) => event)).toEqual(Array(PACKETS_PER_KEY).fill(11));
  expect(packets.map(({ duration }) => duration)).toEqual([160, 320, 480, 640, 800, 960, 1120, 1280, 1280, 1280]);
  expect(packets.map(({ isEnd }) => isEnd)).toEqual([...Array<boolean>(7).fill(false), true, true, true]);
  expect(packets.map(({ marked }) => marked)).toEqual([true, ...Array<boolean>(9).fill(false)]);
  expect(new Set(packets.map(({ timestamp }) => timestamp))).toEqual(new Set([501 * 8]));
});

it('goes on where the key before it ended, also where the same key is pressed again', () => {
  const [first, second] = [packetsOf(keyCapture('2', 0, 1000)), packetsOf(keyCapture('2', 1, 3000))];
  expect(first.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(second[0]?.sequence).toBe(11);
  expect((second[0]?.timestamp ?? 0) - (first[0]?.timestamp ?? 0)).toBe(2000 * 8);
});
