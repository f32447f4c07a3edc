// The names beside lying bars: two lines at most, broken where a reader would break them.

const LINES_MAX = 2;
/** After a space, a slash or an at sign; after a dot only where there is none of them. */
const BREAKS = [/(?<=[ /@])/, /(?<=\.)/] as const;
/** Letters of one line; fewer on a phone. */
const LINE_LETTERS = 24;
/** A chart on a phone is narrower than this. */
export const NARROW_PX = 360;
const NARROW_LINE_LETTERS = 15;

/** Letters of one line in a chart of this width. */
export function lineLetters(widthPx: number): number {
  return widthPx < NARROW_PX ? NARROW_LINE_LETTERS : LINE_LETTERS;
}

function cut(line: string, room: number): string {
  const letters = [...line];
  return letters.length > room ? `${letters.slice(0, room - 1).join('')}…` : line;
}

/** One or two lines of no more than `room` letters; what does not fit ends in an ellipsis. */
export function nameLines(name: string, room: number): string[] {
  const [words, parts] = BREAKS;
  const lines = [''];
  for (const piece of name.split(words.test(name) ? words : parts)) {
    const longer = `${lines.at(-1)}${piece}`;
    const fits = lines.at(-1) === '' || [...longer.trimEnd()].length <= room;
    if (fits || lines.length === LINES_MAX) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines.map((line) => cut(line.trimEnd(), room));
}
