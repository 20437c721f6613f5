/** Twice what the navigation shows, for screens of double density. */
const [WIDTH, HEIGHT] = [360, 64];
/** What the API takes. */
const LONGEST = 65_536;

export type LogoProblem = 'logo_unreadable' | 'logo_too_big';

/** Makes a small PNG of whatever picture the browser can draw. @returns a data URL, or why there is none */
export async function smallPng(file: File): Promise<{ logo: string } | { problem: LogoProblem }> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const logo = drawn(picture);
    return logo.length <= LONGEST ? { logo } : { problem: 'logo_too_big' };
  } catch {
    return { problem: 'logo_unreadable' };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** As large as it may be, and no larger than it is. */
function drawn(picture: HTMLImageElement): string {
  const { naturalWidth: width, naturalHeight: height } = picture;
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser draws no pictures');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
