import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { MOST_PARTS, readSeed } from '../../../src/emulator/seed/read-seed';
import { createWorld } from '../../../src/emulator/world';

const SAMPLE = path.join(__dirname, '..', '..', '..', 'src', 'emulator', 'seed');
const load = (name: string) => parse(readFileSync(path.join(SAMPLE, name), 'utf8')) as Record<string, unknown>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'seed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown): string => {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : stringify(content));
  return file;
};
/** A small seed of one's own: the sample's people and templates with the alerts given. */
const own = (alerts: unknown[], more: object = {}) => {
  const sample = load('contoso.yaml');
  return { ...sample, ...load('contoso-templates.yaml'), parts: [], alerts, ...more };
};

describe('a seed file', () => {
  it("of one's own makes the tenant and the alerts it tells of", () => {
    const row = {
      raised: 'PT1H',
      subject: 'bo.li',
      policy: 'leaks',
      what: 'a test',
      severity: 'low',
      evidence: ['user'],
    };
    const world = createWorld({ seedFile: write('own.yaml', own([row])), switches: { unknownForNull: true } });
    expect(world.alerts.all()).toHaveLength(1);
    expect(world.alerts.all()[0]).toMatchObject({ title: 'Data leaks: a test', classification: 'unknown' });
  });

  it('may be JSON and may name parts, whose lists are added', () => {
    const row = { raised: 'PT1H', subject: null, title: 'One', severity: 'low' };
    write('more.yaml', { alerts: [{ ...row, title: 'Two' }] });
    const file = write('own.json', JSON.stringify(own([row], { parts: ['more.yaml'] })));
    expect(readSeed(file).alerts.map((alert) => alert.title)).toEqual(['One', 'Two']);
  });

  it('is refused with its name and every fault in it', () => {
    const file = write('bad.yaml', own([{ raised: 'yesterday', subject: 'bo.li', severity: 'low', colour: 'red' }]));
    expect(() => readSeed(file)).toThrow(/bad\.yaml/);
    expect(() => readSeed(file)).toThrow(/is no duration/);
    expect(() => readSeed(file)).toThrow(/colour/);
  });

  it.each([
    ['nobody', { raised: 'PT1H', subject: 'nobody', severity: 'low' }, /"nobody"/],
    ['no policy', { raised: 'PT1H', subject: null, severity: 'low', policy: 'none' }, /no policy is called "none"/],
    ['no product', { raised: 'PT1H', subject: null, severity: 'low', product: 'none' }, /no product is called "none"/],
    ['no evidence', { raised: 'PT1H', subject: null, severity: 'low', evidence: ['smoke'] }, /"smoke"/],
  ])('is refused when it names %s that there is', (_, row, reason) => {
    const seedFile = write('wrong.yaml', own([row]));
    expect(() => createWorld({ seedFile })).toThrow(reason);
  });

  it('is refused when it cannot be read, or names too many parts', () => {
    expect(() => readSeed(path.join(folder, 'absent.yaml'))).toThrow(/absent\.yaml/);
    expect(() => readSeed(write('broken.yaml', 'people: ['))).toThrow(/cannot be read/);
    const parts = Array.from({ length: MOST_PARTS + 1 }, () => 'more.yaml');
    expect(() => readSeed(write('many.yaml', own([], { parts })))).toThrow(/parts/);
  });
});
