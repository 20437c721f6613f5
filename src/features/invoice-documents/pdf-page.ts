import { dirname, join } from 'node:path';
import pdfmake, { type Definition } from 'pdfmake';

export const INK = '#1f2430';
export const QUIET = '#667085';
export const PALE = '#e4e7ec';
/** A4, in points. */
export const PAGE = { margin: 48 };

/** One family for both languages, so that names in either stand in any document. */
const FONT = 'NotoSansSC';
const FONTS = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

pdfmake.setFonts({
  [FONT]: {
    normal: join(FONTS, '400Regular', 'NotoSansSC_400Regular.ttf'),
    bold: join(FONTS, '600SemiBold', 'NotoSansSC_600SemiBold.ttf'),
  },
});
// a document is made of what it is given, and fetches nothing
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS));

/** A document in the house's type. */
export function pdfOf(definition: Definition): Promise<Buffer> {
  const { margin } = PAGE;
  return pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [margin, margin, margin, margin],
    defaultStyle: { font: FONT, fontSize: 9.5, lineHeight: 1.15, color: INK },
    ...definition,
  }).getBuffer();
}
