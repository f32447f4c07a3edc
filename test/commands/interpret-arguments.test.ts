// The command line of `interpret` and the lines of its stream.
import { readArguments } from '../../src/commands/interpret-arguments';
import { readLine } from '../../src/commands/interpret-line';

const now = new Date('2026-03-11T10:00:00Z');

describe('the arguments', () => {
  test('are a sentence, now and UTC where nothing else is said', () => {
    const given = readArguments(['show', '1042']);
    expect(given).toMatchObject({ text: 'show 1042', timeZone: 'UTC' });
    expect(Math.abs(given.now.getTime() - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    [['--now', '2026-03-11T10:00:00Z', '--tz', 'Europe/Berlin', 'help'], 'help'],
    [['help', '--tz', 'Europe/Berlin', '--now', '2026-03-11T11:00:00+01:00'], 'help'],
    [['--now', '2026-03-11T10:00:00Z', '--tz', 'Europe/Berlin', '--', '--tz', 'Mars'], '--tz Mars'],
    [['--now', '2026-03-11T10:00:00Z', '--tz', 'Europe/Berlin', '--lines'], null],
  ])('%j', (args, text) => {
    expect(readArguments(args)).toEqual({ now, timeZone: 'Europe/Berlin', text });
  });

  test.each([
    [['--now', 'yesterday', 'help'], '--now yesterday'],
    [['--now', '2026-02-30T25:00:00Z', 'help'], '--now 2026-02-30T25:00:00Z'],
    [['--now'], '--now needs a value'],
    [['--tz', 'Mars/Olympus', 'help'], '--tz Mars/Olympus'],
    [['--tz'], '--tz needs a value'],
    [['--zone', 'UTC', 'help'], 'there is no --zone'],
    [['--lines', 'help'], '--lines takes no text'],
  ])('%j is refused', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});

describe('a line', () => {
  const fallback = { now, timeZone: 'UTC' };

  test('names its moment and zone, or takes those of the command line', () => {
    expect(readLine('{"text":"help"}', fallback)).toEqual({ text: 'help', ...fallback });
    expect(readLine('{"text":"","now":"2026-01-01T00:00:00Z","tz":"Asia/Tokyo"}', fallback)).toEqual({
      text: '',
      now: new Date('2026-01-01T00:00:00Z'),
      timeZone: 'Asia/Tokyo',
    });
  });

  test.each(['', 'help', '[]', '{"text":1}', '{"text":"x","tz":"Mars"}', '{"text":"x","now":"soon"}'])(
    '%j is none',
    (line) => {
      expect(() => readLine(line, fallback)).toThrow();
    },
  );
});
