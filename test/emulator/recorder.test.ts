import { RECORDED_REQUESTS, Recorder } from '../../src/emulator/recorder';

const entry = (method: string, path: string, at = '2026-08-14T09:30:00.000Z') => ({
  at,
  method,
  path,
  query: '',
  headers: {},
});

describe('the recorder', () => {
  it('lists requests in order of arrival, by method, path and time', () => {
    const recorder = new Recorder();
    recorder.open(entry('GET', '/v1.0/users'));
    recorder.open(entry('PATCH', '/v1.0/security/alerts_v2/a', '2026-08-14T09:30:01.000Z'));
    recorder.open(entry('GET', '/v1.0/security/alerts_v2/a', '2026-08-14T09:30:02.000Z'));
    const paths = (filter: object) => recorder.list(filter).map(({ method, path }) => `${method} ${path}`);
    expect(paths({})).toHaveLength(3);
    expect(paths({ method: 'patch' })).toEqual(['PATCH /v1.0/security/alerts_v2/a']);
    expect(paths({ path: '/v1.0/security/*' })).toHaveLength(2);
    expect(paths({ since: '2026-08-14T09:30:02.000Z' })).toEqual(['GET /v1.0/security/alerts_v2/a']);
  });

  it('keeps the newest requests only, so that a long run does not fill memory', () => {
    const recorder = new Recorder();
    for (let count = 0; count < RECORDED_REQUESTS + 3; count += 1) recorder.open(entry('GET', '/x'));
    const kept = recorder.list();
    expect(kept).toHaveLength(RECORDED_REQUESTS);
    expect(kept[0]?.id).toBe(4);
  });

  it('is empty once cleared', () => {
    const recorder = new Recorder();
    recorder.open(entry('GET', '/x'));
    recorder.clear();
    expect(recorder.list()).toEqual([]);
  });
});
