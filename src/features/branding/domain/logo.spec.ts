import { LARGEST_SIDE, readLogo, writeLogo } from './logo';

/** The beginning of a PNG: signature, length and name of its header, width and height, and the header's rest. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write('89504e470d0a1a0a0000000d49484452', 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}

it.each([[1, 1], [320, 96], [LARGEST_SIDE, LARGEST_SIDE]])('takes a PNG of %d × %d pixels as it is', (width, height) => {
  const bytes = png(width, height);
  expect(readLogo(writeLogo(bytes))).toEqual(bytes);
});

const base64 = (bytes: Buffer) => bytes.toString('base64');

it.each([
  ['too wide', writeLogo(png(LARGEST_SIDE + 1, 10))],
  ['too high', writeLogo(png(10, 50_000))],
  ['without a size', writeLogo(png(0, 10))],
  ['cut short', writeLogo(png(10, 10).subarray(0, 32))],
  ['another header', writeLogo(Buffer.concat([png(10, 10).subarray(0, 12), Buffer.from('CgBI'), png(10, 10).subarray(16)]))],
  ['a drawing with a script in it', `data:image/svg+xml;base64,${base64(Buffer.from('<svg onload="alert(1)"/>'))}`],
  ['a drawing that calls itself a PNG', writeLogo(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))],
  ['not base64', `data:image/png;base64,${base64(png(10, 10))}*`],
  ['an address', 'https://tracker.example/logo.png'],
  ['nothing', 'data:image/png;base64,'],
])('refuses what is %s', (_what, url) => {
  expect(readLogo(url)).toBeNull();
});
