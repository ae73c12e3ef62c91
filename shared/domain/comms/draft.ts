/** An announcement as a mail that was not sent: a file every mail program opens, with nothing in it but the words. */

const LINE = 76;

/** RFC 5322 with the words in base64 of UTF-8, so that no header can be made of them. `X-Unsent` lets Outlook open it for editing. */
export function mailDraft({ subject, content, at }: { readonly subject: string; readonly content: string; readonly at: number }): string {
  const headers = [
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${encodedWords(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = base64(content.replace(/\r?\n/g, '\r\n')).replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\r\n');
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

/** The name of its file: letters and digits of the subject. */
export function draftName(subject: string): string {
  const plain = subject
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'message'}.eml`;
}

/** RFC 2047: words that fit a line, each whole characters of UTF-8, one to a line. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const letter of text.replace(/[\r\n]+/g, ' ')) {
    if (bytesOf(part + letter).length > MOST_BYTES) {
      words.push(part);
      part = '';
    }
    part += letter;
  }
  return [...words, part].map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ');
}

const MOST_BYTES = 39; // 52 characters of base64, 12 around them, and the name of the header: no line above 76

/** UTF-8; half a character, which no encoding has, becomes the sign for it. */
function bytesOf(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), low(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), low(point >> 6), low(point));
    else bytes.push(0xf0 | (point >> 18), low(point >> 12), low(point >> 6), low(point));
  }
  return bytes;
}

function low(point: number): number {
  return 0x80 | (point & 0x3f);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/* `shared` compiles without btoa and TextEncoder. */
function base64(text: string): string {
  const bytes = bytesOf(text);
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.slice(at, at + 3);
    out += letters[a >> 2] ?? '';
    out += letters[((a & 3) << 4) | ((b ?? 0) >> 4)] ?? '';
    out += b === undefined ? '=' : letters[((b & 15) << 2) | ((c ?? 0) >> 6)];
    out += c === undefined ? '=' : letters[c & 63];
  }
  return out;
}
