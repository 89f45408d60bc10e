/** What the first bytes of a file say it is. */
const signatures = {
  pdf: (head: Buffer) => head.subarray(0, 1024).includes('%PDF-'),
  jpeg: (head: Buffer) => begins(head, 'ffd8ff'),
  png: (head: Buffer) => begins(head, '89504e470d0a1a0a'),
  bmp: (head: Buffer) => begins(head, '424d'),
  tiff: (head: Buffer) => begins(head, '49492a00') || begins(head, '4d4d002a'),
  webp: (head: Buffer) => begins(head, '52494646') && head.toString('latin1', 8, 12) === 'WEBP',
  heic: (head: Buffer) => /^ftyp(heic|heix|mif1|msf1)/.test(head.toString('latin1', 4, 12)),
  zip: (head: Buffer) => begins(head, '504b0304'),
  ole: (head: Buffer) => begins(head, 'd0cf11e0a1b11ae1'),
  text: isText,
} as const;

type Media = readonly [signature: keyof typeof signatures, mediaType: string];
const office = 'application/vnd.openxmlformats-officedocument';

/** What is taken, by the end of the file's name. Nothing with macros, no pages, no archives. */
const known: Readonly<Record<string, Media>> = {
  pdf: ['pdf', 'application/pdf'],
  ofd: ['zip', 'application/ofd'],
  jpg: ['jpeg', 'image/jpeg'],
  jpeg: ['jpeg', 'image/jpeg'],
  png: ['png', 'image/png'],
  bmp: ['bmp', 'image/bmp'],
  tif: ['tiff', 'image/tiff'],
  tiff: ['tiff', 'image/tiff'],
  webp: ['webp', 'image/webp'],
  heic: ['heic', 'image/heic'],
  docx: ['zip', `${office}.wordprocessingml.document`],
  xlsx: ['zip', `${office}.spreadsheetml.sheet`],
  doc: ['ole', 'application/msword'],
  wps: ['ole', 'application/vnd.ms-works'],
  xls: ['ole', 'application/vnd.ms-excel'],
  et: ['ole', 'application/vnd.ms-excel'],
  txt: ['text', 'text/plain'],
  csv: ['text', 'text/csv'],
};

/** How many bytes {@link mediaOf} looks at. */
export const headBytes = 4096;

/**
 * The media type of a file by its name, when its first bytes agree; null when they do not or such files are not taken.
 * @param head the first {@link headBytes} bytes, or all there are
 */
export function mediaOf(fileName: string, head: Buffer): string | null {
  const [, end = ''] = /\.([^.]+)$/.exec(fileName.toLowerCase()) ?? [];
  if (!Object.hasOwn(known, end) || head.length === 0) return null;
  const [signature, mediaType] = known[end] as Media;
  return signatures[signature](head) ? mediaType : null;
}

function begins(head: Buffer, hex: string): boolean {
  return head.subarray(0, hex.length / 2).toString('hex') === hex;
}

/** UTF-8 or GB18030 alike: no control characters but tabs and line ends. */
function isText(head: Buffer): boolean {
  return !head.some(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d,
  );
}
