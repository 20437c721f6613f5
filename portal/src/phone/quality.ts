import { useEffect, useState } from 'react';

const EACH_MS = 2_000;

/** How a call sounds, as far as its packets tell. */
export interface Quality {
  /** Packets sent and received since the call began. */
  sent: number;
  received: number;
  /** 0 to 1, of the last two seconds. */
  loss: number;
  /** Milliseconds. */
  jitter: number;
  /** Milliseconds there and back; null where the other side has not told yet. */
  roundTrip: number | null;
  /** The other side's voice, 0 to 1. */
  heard: number;
  level: 'good' | 'fair' | 'poor';
}

interface Counted {
  received: number;
  lost: number;
}

export function useQuality(connection: RTCPeerConnection | undefined): Quality | null {
  const [quality, setQuality] = useState<Quality | null>(null);
  useEffect(() => {
    let before: Counted = { received: 0, lost: 0 };
    const look = async () => {
      if (!connection || connection.connectionState === 'closed') return;
      const seen = await read(connection, before);
      before = seen.counted;
      setQuality(seen.quality);
    };
    void look();
    const timer = setInterval(() => void look(), EACH_MS);
    return () => clearInterval(timer);
  }, [connection]);
  return connection ? quality : null;
}

async function read(connection: RTCPeerConnection, before: Counted): Promise<{ quality: Quality; counted: Counted }> {
  const reports = [...(await connection.getStats()).values()] as Record<string, unknown>[];
  const of = (type: string) => reports.find((report) => report['type'] === type && report['kind'] === 'audio') ?? {};
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const [inbound, outbound, remote] = [of('inbound-rtp'), of('outbound-rtp'), of('remote-inbound-rtp')];
  const counted = { received: number(inbound['packetsReceived']), lost: number(inbound['packetsLost']) };
  const [received, lost] = [counted.received - before.received, counted.lost - before.lost];
  const loss = received + lost > 0 ? Math.max(0, lost) / (received + Math.max(0, lost)) : 0;
  const jitter = number(inbound['jitter']) * 1000;
  const roundTrip = typeof remote['roundTripTime'] === 'number' ? remote['roundTripTime'] * 1000 : null;
  const quality = { sent: number(outbound['packetsSent']), received: counted.received, loss, jitter, roundTrip, heard: number(inbound['audioLevel']), level: levelOf(loss, jitter, roundTrip ?? 0) };
  return { quality, counted };
}

/** ITU-T G.107's rule of thumb: below 1 % loss, 30 ms jitter and 300 ms there and back speech is good; over three times that, poor. */
function levelOf(loss: number, jitter: number, roundTrip: number): Quality['level'] {
  const worst = Math.max(loss / 0.01, jitter / 30, roundTrip / 300);
  return worst < 1 ? 'good' : worst < 3 ? 'fair' : 'poor';
}
