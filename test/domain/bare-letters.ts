// A folding of its own for tests about masking: what is left of a text when only its letters and digits count.

/** Lower case without accents, joints and hidden characters, percent signs read. */
export function bareLetters(text: string): string {
  let read = text;
  for (let times = 0; times < 3; times += 1) {
    read = read.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
  }
  return read
    .toLowerCase()
    .normalize('NFKD')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
