// What one run of characters is by its shape alone: a host, a UPN, a date, a clock time, a figure with a unit, an id.
import type { TokenKind } from './token';

export interface Shape {
  kind: TokenKind;
  word: string;
  /** Characters that belong to it; the rest is read anew. */
  length: number;
}

const UNITS = '(?:mins?|hrs?|h|d|w|am|pm)';
const GLUED = new RegExp(`^(\\d{1,6})${UNITS}$`);
const CLOCK_GLUED = /^(\d{1,2}:\d{2})[ap]m$/;
const RANGE = /^\d{1,2}(?:st|nd|rd|th)?-\d{1,2}(?:st|nd|rd|th)?$/;
const UPN = /^[^@\s]+@[^@\s]+\.[^@\s.]+$/;
const ADDRESS = /^https?:\/\/([^/?#:]+)/;
const HOST = /^((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24})(?::\d{1,5})?(?:[/?#].*)?$/;
const FILE_ENDINGS = new Set(
  (
    'doc docx docm dot xls xlsx xlsm xlsb csv ppt pptx pdf txt rtf odt ods zip rar 7z tar gz exe msi dll bat ps1 sh png ' +
    'jpg jpeg gif bmp svg mp3 mp4 mov avi wav msg eml pst ost json xml yaml yml sql db bak log ini cfg pem pfx key one ' +
    'vsd vsdx dwg html htm js ts py java cpp cs kdbx accdb mdb'
  ).split(' '),
);

const SHAPES: readonly [TokenKind, RegExp][] = [
  ['number', /^\d+$/],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['clock', /^\d{1,2}:\d{2}$/],
  ['figures', /^\d+(?:[./]\d+)+[./]?$/],
];

function hostShape(part: string): Shape | null {
  const host = ADDRESS.exec(part)?.[1] ?? HOST.exec(part)?.[1];
  if (host === undefined || !HOST.test(host)) return null;
  const isFile = host === part && FILE_ENDINGS.has(host.slice(host.lastIndexOf('.') + 1));
  return { kind: isFile ? 'file' : 'host', word: host, length: part.length };
}

function figureWithUnit(part: string): Shape | null {
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(part)?.[1];
  if (ordinal !== undefined) return { kind: 'ordinal', word: ordinal, length: part.length };
  const clock = CLOCK_GLUED.exec(part)?.[1];
  if (clock !== undefined) return { kind: 'clock', word: clock, length: clock.length };
  const figure = GLUED.exec(part)?.[1];
  return figure === undefined ? null : { kind: 'number', word: figure, length: figure.length };
}

/** `part` in lower case, without blanks and without marks at its ends. Null = words, to be taken apart. */
export function shapeOf(part: string): Shape | null {
  const plain = SHAPES.find(([, shape]) => shape.test(part));
  if (plain) return { kind: plain[0], word: part, length: part.length };
  if (part.includes('@')) return UPN.test(part) ? { kind: 'upn', word: part, length: part.length } : null;
  const shape = figureWithUnit(part) ?? hostShape(part);
  if (shape) return shape;
  const mixed =
    !RANGE.test(part) &&
    !part.startsWith('top-') &&
    /\d/.test(part) &&
    /[a-z_]/.test(part) &&
    /^[a-z0-9_-]+$/.test(part);
  return mixed ? { kind: 'id', word: part, length: part.length } : null;
}
