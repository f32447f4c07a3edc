// The colours that charts may name, near those Teams draws them in, and the sets that are used where none is named.

const named: Record<string, string> = {
  good: '#107c10',
  warning: '#eaa300',
  attention: '#c50f1f',
  neutral: '#8a8886',
  categoricalRed: '#e3008c',
  categoricalPurple: '#881798',
  categoricalLavender: '#9373c0',
  categoricalBlue: '#2a5bd7',
  categoricalLightBlue: '#3a96dd',
  categoricalTeal: '#0a8387',
  categoricalGreen: '#13a10e',
  categoricalLime: '#73aa24',
  categoricalMarigold: '#ca7d09',
  divergingBlue: '#0c3b86',
  divergingLightBlue: '#4a86d8',
  divergingCyan: '#58bfe0',
  divergingTeal: '#3f9c97',
  divergingYellow: '#e5c33c',
  divergingPeach: '#eda671',
  divergingLightRed: '#dd5f5c',
  divergingRed: '#b8252b',
  divergingMaroon: '#741b26',
  divergingGray: '#b3b0ad',
};

/** Eight steps from light to dark. */
const ladders: Record<string, readonly string[]> = {
  sequential: ['#a9c7f0', '#86afea', '#6497e2', '#447fd8', '#2c67c6', '#1f52a7', '#173f85', '#102d62'],
  sequentialRed: ['#f1bbbc', '#e99496', '#de6d70', '#d0484d', '#b92e34', '#982127', '#76181d', '#540f13'],
  sequentialGreen: ['#b4dfb2', '#8ecd8b', '#68ba65', '#47a644', '#2f8d2c', '#227221', '#185818', '#0f3f10'],
  sequentialYellow: ['#f7e3a1', '#f2d474', '#ebc347', '#deb01f', '#bf9510', '#9b780b', '#775c07', '#544004'],
};

const sets: Record<string, readonly string[]> = {
  categorical: ['Blue', 'Marigold', 'Teal', 'Purple', 'Lime', 'LightBlue', 'Red', 'Green', 'Lavender'].map(
    (name) => `categorical${name}`,
  ),
  sequential: stepsOf('sequential'),
  sequentialred: stepsOf('sequentialRed'),
  sequentialgreen: stepsOf('sequentialGreen'),
  sequentialyellow: stepsOf('sequentialYellow'),
  diverging: Object.keys(named).filter((name) => name.startsWith('diverging')),
};

/** Darkest first, so that the first of a few stands out most. */
function stepsOf(ladder: string): string[] {
  return [7, 4, 2, 6, 1, 5, 3, 8].map((step) => `${ladder}${step}`);
}

function hexOf(name: string): string | undefined {
  const step = /^(sequential(?:Red|Green|Yellow)?)([1-8])$/.exec(name);
  return step ? ladders[step[1] ?? '']?.[Number(step[2]) - 1] : named[name];
}

/** The hex colour that an entry names, else the set's colour at this place. */
export function chartColour(name: unknown, colorSet: unknown, place: number): string {
  const own = typeof name === 'string' ? hexOf(name) : undefined;
  const set = sets[String(colorSet ?? 'categorical').toLowerCase()] ?? sets['categorical'] ?? [];
  return own ?? hexOf(set[place % set.length] ?? '') ?? '#2a5bd7';
}
