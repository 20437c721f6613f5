/** A logo stands in a bar of some 32 pixels' height; this is enough for screens of four times the density. */
export const LARGEST_SIDE = 512;
/** What a logo takes on the wire. */
export const LONGEST_LOGO = 65_536;
export const LOGO_RULE = `must be a PNG of at most ${LARGEST_SIDE} × ${LARGEST_SIDE} pixels, written data:image/png;base64,…`;

const PREFIX = 'data:image/png;base64,';
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Where the header's width and height stand: PNG, 11.2.2 IHDR. */
const [TYPE_AT, WIDTH_AT, HEIGHT_AT, HEADER_END] = [12, 16, 20, 33];

/**
 * The bytes of a logo. Only PNG: it carries no script, as SVG does, and its size can be read without decoding it, so that
 * no small file unfolds into a picture that fills a browser's memory.
 * @returns null where it breaks LOGO_RULE
 */
export function readLogo(url: string): Buffer | null {
  const text = url.slice(PREFIX.length);
  if (!url.startsWith(PREFIX) || !BASE64.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return isSmallPng(bytes) ? bytes : null;
}

export function writeLogo(bytes: Buffer): string {
  return PREFIX + bytes.toString('base64');
}

function isSmallPng(bytes: Buffer): boolean {
  if (bytes.length < HEADER_END || !bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return false;
  if (bytes.toString('latin1', TYPE_AT, WIDTH_AT) !== 'IHDR') return false;
  return [WIDTH_AT, HEIGHT_AT].every((at) => isSide(bytes.readUInt32BE(at)));
}

function isSide(pixels: number): boolean {
  return pixels >= 1 && pixels <= LARGEST_SIDE;
}
