// Reads a PNG as far as the icons' rules need it: size and pixels of an 8-bit image in RGB or RGBA, not interlaced.
import { inflateSync } from 'node:zlib';

export interface Pixel {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly Pixel[];
}

const SIGNATURE = '89504e470d0a1a0a';

/** The picture in a PNG file (https://www.w3.org/TR/png). Throws when it is of a kind that this reader does not know. */
export function readPng(file: Buffer): Picture {
  if (file.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('not a PNG');
  const chunks = readChunks(file);
  const header = chunks.find((chunk) => chunk.kind === 'IHDR')?.body;
  if (header === undefined) throw new Error('a PNG without its header');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, , , interlace] = header.subarray(8);
  const channels = colour === 6 ? 4 : colour === 2 ? 3 : 0;
  if (depth !== 8 || channels === 0 || interlace !== 0) throw new Error('an unknown kind of PNG');
  const packed = Buffer.concat(chunks.filter((chunk) => chunk.kind === 'IDAT').map((chunk) => chunk.body));
  const lines = unfilter(inflateSync(packed), width * channels, height, channels);
  return { width, height, pixels: lines.flatMap((line) => toPixels(line, channels)) };
}

function readChunks(file: Buffer): { kind: string; body: Buffer }[] {
  const chunks = [];
  for (let at = 8; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    chunks.push({ kind: file.toString('latin1', at + 4, at + 8), body: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function unfilter(raw: Buffer, lineBytes: number, height: number, step: number): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let row = 0; row < height; row += 1) {
    const start = row * (lineBytes + 1);
    const filter = raw[start] ?? 0;
    const line = Uint8Array.from(raw.subarray(start + 1, start + 1 + lineBytes));
    const above = lines[row - 1] ?? new Uint8Array(lineBytes);
    for (let i = 0; i < lineBytes; i += 1) {
      const left = line[i - step] ?? 0;
      const corner = i < step ? 0 : (above[i - step] ?? 0);
      line[i] = (line[i] ?? 0) + predict(filter, left, above[i] ?? 0, corner);
    }
    lines.push(line);
  }
  return lines;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function toPixels(line: Uint8Array, channels: number): Pixel[] {
  const pixels = [];
  for (let i = 0; i < line.length; i += channels) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = line.subarray(i, i + channels);
    pixels.push({ red, green, blue, alpha });
  }
  return pixels;
}
