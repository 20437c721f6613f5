/** One request from a client: its first line, its headers, perhaps a body. */
export interface Frame {
  readonly command: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Cuts a byte stream into frames: lines up to an empty one, and as many bytes more as Content-Length says. */
export class FrameReader {
  private buffer = '';

  push(bytes: string): Frame[] {
    this.buffer += bytes;
    const frames: Frame[] = [];
    for (let frame = this.next(); frame; frame = this.next()) frames.push(frame);
    return frames;
  }

  private next(): Frame | undefined {
    this.buffer = this.buffer.replace(/^[\r\n]+/, '');
    const end = /\r?\n\r?\n/.exec(this.buffer);
    if (!end) return undefined;
    const [command = '', ...lines] = this.buffer.slice(0, end.index).split(/\r?\n/);
    const headers = new Map(lines.map(splitHeader));
    const start = end.index + end[0].length;
    const length = Number.parseInt(headers.get('content-length') ?? '0', 10) || 0;
    if (this.buffer.length < start + length) return undefined;
    const body = this.buffer.slice(start, start + length);
    this.buffer = this.buffer.slice(start + length);
    return { command, headers, body };
  }
}

/** Header names are looked up in any letter case, so they are kept in lower case; a later duplicate wins. */
function splitHeader(line: string): [string, string] {
  const at = line.indexOf(':');
  return at < 0 ? [line.toLowerCase(), ''] : [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
}
