// What may stand in a log line: constant sentences and the fields of the list, nothing else.
import { HOSTILE } from '../domain/hostile-texts';
import type { LogFields } from '../../src/ports/logger';
import { createLogger, LOG_TEXT_MAX } from '../../src/telemetry/pino-logger';

function captured(level = 'debug') {
  const lines: string[] = [];
  const logger = createLogger(level, { write: (line: string) => void lines.push(line) });
  const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { logger, lines, parsed };
}

/** What a careless caller might hand over: an object with more in it than the type says. */
const careless = (fields: Record<string, unknown>): LogFields => fields;

describe('a log line', () => {
  it('holds the event, the time and the fields given', () => {
    const { logger, parsed } = captured();
    logger.warn('a look failed', { code: 'throttled', status: 429, alertNumber: 1042 });
    expect(parsed()).toEqual([
      {
        level: 40,
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        code: 'throttled',
        status: 429,
        alertNumber: 1042,
        msg: 'a look failed',
      },
    ]);
  });

  it('has neither the host’s name nor the process id', () => {
    const { logger, parsed } = captured();
    logger.info('started');
    expect(Object.keys(parsed()[0] ?? {})).toEqual(['level', 'time', 'msg']);
  });

  it.each(['title', 'name', 'userPrincipalName', 'message', 'stack', 'err', 'text', 'body', 'headers', 'msg', 'level'])(
    'drops the field %s that is not on the list',
    (field) => {
      const { logger, lines } = captured();
      logger.error('a click failed', careless({ [field]: 'Mira Holt', code: 'unexpected' }));
      expect(lines.join('')).not.toContain('Mira');
      expect(lines.join('')).toContain('"code":"unexpected"');
    },
  );

  it('drops objects, errors and lists even under a name of the list', () => {
    const { logger, lines } = captured();
    const nested = {
      detail: { name: 'Mira Holt' },
      code: new Error('Mira Holt'),
      reason: ['Mira Holt'],
      state: () => 'Mira Holt',
    };
    logger.error('a click failed', careless(nested));
    expect(lines.join('')).not.toContain('Mira');
  });

  it('is not led astray by names of built-in properties', () => {
    const { logger, parsed } = captured();
    logger.info('read', careless(JSON.parse('{"__proto__":{"code":"x"},"constructor":"x","toString":"x"}')));
    expect(Object.keys(parsed()[0] ?? {})).toEqual(['level', 'time', 'msg']);
    expect(({} as { code?: string }).code).toBeUndefined();
  });

  it('cuts a text that is longer than any code word of ours', () => {
    const { logger, parsed } = captured();
    logger.info('read', { detail: 'x'.repeat(LOG_TEXT_MAX + 50) });
    expect(parsed()[0]?.detail).toBe('x'.repeat(LOG_TEXT_MAX));
  });

  it('stays one line, whatever a field holds', () => {
    const { logger, lines } = captured();
    logger.info('read', { detail: 'first\n{"level":60,"msg":"forged"}' });
    expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
  });

  it('is written from the level that was asked for', () => {
    const { logger, parsed } = captured('warn');
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');
    expect(parsed().map((line) => line.msg)).toEqual(['c', 'd']);
  });
});

test.each(HOSTILE.map(({ what, text }) => [what, text]))(
  'a field that holds %s stays one field of one line',
  (_what, text) => {
    const { logger, lines, parsed } = captured();
    logger.info('read', { detail: text });
    expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
    expect(Object.keys(parsed()[0] ?? {})).toEqual(['level', 'time', 'detail', 'msg']);
  },
);
