import fc from 'fast-check';
import { lineLetters, nameLines } from '../../../../src/emulator/teams/page/bar-names';

const ROOM = 15;

test.each([
  ['mail.google.com', ['mail.google.com']],
  ['File upload to cloud', ['File upload to', 'cloud']],
  ['File downloaded from SharePoint', ['File downloaded', 'from SharePoint']],
  ['Confidential/Trusted People', ['Confidential/', 'Trusted People']],
  ['Highly Confidential/All Employees', ['Highly', 'Confidential/A…']],
  ['zoe.lindqvist@contoso.com', ['zoe.lindqvist@', 'contoso.com']],
  ['a.very.long.address@contoso.example', ['a.very.long.ad…', 'contoso.example']],
  ['lt-5120.contoso.com', ['lt-5120.', 'contoso.com']],
  ['one-unbroken-name', ['one-unbroken-n…']],
  ['', ['']],
])('“%s” stands beside its bar as %j', (name, lines) => {
  expect(nameLines(name, ROOM)).toEqual(lines);
});

test('a name takes two lines at most, none longer than its room, and says when it was cut', () => {
  const names = fc
    .array(fc.string({ unit: 'grapheme-ascii', maxLength: 24 }), { maxLength: 8 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(names, fc.integer({ min: 4, max: 30 }), (name, room) => {
      const lines = nameLines(name, room);
      const isWhole = lines.join('').replaceAll(' ', '') === name.replaceAll(' ', '');
      return lines.length <= 2 && lines.every((line) => line.length <= room) && (isWhole || lines.join().includes('…'));
    }),
  );
});

test('a phone gives a line less room', () => {
  expect(lineLetters(310)).toBeLessThan(lineLetters(500));
});
