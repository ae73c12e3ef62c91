import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftName, mailDraft } from '../../../shared/domain/comms/draft.ts';

const at = Date.UTC(2026, 10, 21, 21, 0);

/** What a mail program reads: the subject with its encoded words joined, and the body. */
function read(draft: string) {
  const [head = '', body = ''] = draft.split('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]/g, '').split('\r\n');
  const subject = headers.find((line) => line.startsWith('Subject: ')) ?? '';
  const words = [...subject.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, word = '']) => Buffer.from(word, 'base64').toString('utf8'));
  return { headers, subject: words.join(''), content: Buffer.from(body, 'base64').toString('utf8') };
}

test('a draft says subject and words as they are, in lines a mail may have', () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(letters, letters, (subject, content) => {
      const draft = mailDraft({ subject, content, at });
      const found = read(draft);
      expect(found.subject).toBe(Buffer.from(subject.replace(/[\r\n]+/g, ' ')).toString());
      expect(found.content).toBe(Buffer.from(content.replace(/\r?\n/g, '\r\n')).toString());
      expect(draft.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    }),
  );
});

test('a subject cannot add a header, nor words', () => {
  const { headers } = read(mailDraft({ subject: 'Hello\r\nBcc: all@example.org', content: '\r\n\r\nBcc: more@example.org', at }));
  expect(headers.map((line) => line.split(':')[0])).toEqual([
    'Date',
    'Subject',
    'X-Unsent',
    'MIME-Version',
    'Content-Type',
    'Content-Transfer-Encoding',
  ]);
  expect(headers[0]).toBe('Date: Sat, 21 Nov 2026 21:00:00 +0000');
});

test('its file is named for its subject, with nothing a path could be made of', () => {
  expect(draftName('ERPNext läuft: jetzt!')).toBe('ERPNext-lauft-jetzt.eml');
  expect(draftName('../../etc/passwd')).toBe('etc-passwd.eml');
  expect(draftName('稼働')).toBe('message.eml');
});
