/** The part of pdfmake that documents are made with. Its published types would bring the browser's into every file of ours. */
declare module 'pdfmake' {
  namespace pdfmake {
    type Alignment = 'left' | 'right' | 'center';

    interface Style {
      /** Points. */
      fontSize?: number;
      lineHeight?: number;
      bold?: boolean;
      color?: string;
      font?: string;
      alignment?: Alignment;
      /** Left, top, right, bottom; points. */
      margin?: [number, number, number, number];
    }

    interface Layout {
      defaultBorder?: boolean;
      hLineWidth?: (line: number) => number;
      vLineWidth?: (line: number) => number;
      hLineColor?: (line: number) => string;
      paddingLeft?: (column: number) => number;
      paddingRight?: (column: number) => number;
      paddingTop?: (row: number) => number;
      paddingBottom?: (row: number) => number;
    }

    interface Table {
      body: Cell[][];
      widths?: ('*' | 'auto' | number)[];
      headerRows?: number;
      keepWithHeaderRows?: number;
      dontBreakRows?: boolean;
    }

    interface Content extends Style {
      text?: string;
      /** A data URL. */
      image?: string;
      fit?: [number, number];
      width?: '*' | 'auto' | number;
      columns?: Content[];
      columnGap?: number;
      stack?: Content[];
      table?: Table;
      layout?: Layout;
      unbreakable?: boolean;
      noWrap?: boolean;
    }

    interface Cell extends Content {
      colSpan?: number;
    }

    interface Definition {
      content: Content[];
      info?: { title: string; author: string };
      watermark?: { text: string; color: string; opacity: number; bold: boolean };
      footer?: (page: number, pages: number) => Content;
      pageSize?: 'A4';
      pageMargins?: [number, number, number, number];
      defaultStyle?: Style;
    }
  }

  const pdfmake: {
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(definition: pdfmake.Definition): { getBuffer(): Promise<Buffer> };
  };
  export = pdfmake;
}
