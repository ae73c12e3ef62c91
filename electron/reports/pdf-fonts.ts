/** The fonts of PDF reports, carried inside the program: nothing is read from disk or fetched when a report is made. */
import roboto from 'pdfmake/build/vfs_fonts.js';

/*
 * pdfmake hands a font file's name to its SVG part, which looks it up among the fonts already opened: by PostScript name.
 * So the files are named by their PostScript names here.
 */
const files: Readonly<Record<string, string>> = {
  'Roboto-Regular': 'Roboto-Regular.ttf',
  'Roboto-Medium': 'Roboto-Medium.ttf',
  'Roboto-Italic': 'Roboto-Italic.ttf',
  'Roboto-MediumItalic': 'Roboto-MediumItalic.ttf',
};

export const fontNames = {
  Roboto: { normal: 'Roboto-Regular', bold: 'Roboto-Medium', italics: 'Roboto-Italic', bolditalics: 'Roboto-MediumItalic' },
};

/** Stands in for pdfmake's own virtual file system, which asks for `__dirname` and so fails once bundled as an ES module. */
export const fontFiles = {
  existsSync: (name: string): boolean => name in files,
  readFileSync: (name: string): Buffer => Buffer.from((roboto as Readonly<Record<string, string>>)[files[name] ?? ''] ?? '', 'base64'),
};
