// `interpret` as it is run: one line of JSON for a sentence, one for each line of a stream, and nothing of the bot loaded.
import { spawn } from 'node:child_process';
import path from 'node:path';

const LAUNCHER = path.join(__dirname, '..', '..', 'src', 'launch.cjs');

interface Ended {
  code: number;
  out: string;
  err: string;
}

function interpret(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [LAUNCHER, 'commands/interpret', ...args]);
    const ended: Ended = { code: -1, out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()));
    child.once('close', (code) => resolve({ ...ended, code: code ?? -1 }));
    child.stdin.end(input);
  });
}

test('a sentence is printed as one line of JSON', async () => {
  const at = ['--now', '2026-03-11T10:00:00Z', '--tz', 'Europe/Berlin'];
  await expect(interpret([...at, 'alerts since yesterday'])).resolves.toEqual({
    code: 0,
    out: '{"command":"listAlerts","window":{"from":"2026-03-09T23:00:00Z","to":"2026-03-11T10:00:00Z"}}\n',
    err: '',
  });
});

test('what is not understood is an answer, and so is nothing', async () => {
  const unknown = { code: 0, out: '{"command":"unknown"}\n', err: '' };
  await expect(interpret(['resolve everything from Alex'])).resolves.toEqual(unknown);
  await expect(interpret([''])).resolves.toEqual(unknown);
  await expect(interpret([])).resolves.toEqual(unknown);
});

test('a wrong moment or zone ends with 2 and says so', async () => {
  await expect(interpret(['--now', 'soon', 'help'])).resolves.toMatchObject({ code: 2, out: '' });
  const { code, out, err } = await interpret(['--tz', 'Mars/Olympus', 'help']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('Mars/Olympus is no IANA time zone');
});

test('a stream is answered line by line; a wrong line is told of, keeps its place and fails the whole', async () => {
  const lines = ['{"text":"help"}', 'nonsense', '{"text":"1042","now":"2026-03-11T10:00:00Z","tz":"UTC"}'];
  const { code, out, err } = await interpret(['--lines'], lines.join('\n'));
  expect(out).toBe('{"command":"help"}\n{"command":"unknown"}\n{"command":"showAlert","alert":"1042"}\n');
  expect(err).toContain('line 2');
  expect(code).toBe(2);
  await expect(interpret(['--lines'], '{"text":"help"}\n')).resolves.toMatchObject({ code: 0, err: '' });
});

test('it loads none of the bot packages', async () => {
  const loaded = `require(${JSON.stringify(path.join(__dirname, '..', '..', 'dist', 'language', 'offline-reader.js'))});
    console.log(JSON.stringify(Object.keys(require.cache).filter((file) => /node_modules/.test(file))));`;
  const out = await new Promise<string>((resolve) => {
    const child = spawn(process.execPath, ['-e', loaded]);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('close', () => resolve(text));
  });
  const packages = (JSON.parse(out) as string[]).map((file) => file.split('node_modules').at(-1)?.split(path.sep)[1]);
  expect([...new Set(packages)].sort()).toEqual(['fastest-levenshtein', 'luxon']);
});
