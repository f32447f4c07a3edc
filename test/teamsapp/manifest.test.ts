// The Teams app package: what the manifest promises, what it does not ask for, and the icons' real pixels.
import { readSentence } from '../../src/language/read-sentence';
import { readPng } from './png-pixels';
import { readBytes, readText } from './repository-files';

interface Command {
  title: string;
  description: string;
}

interface Manifest {
  manifestVersion: string;
  version: string;
  id: string;
  name: { short: string; full: string };
  description: { short: string; full: string };
  developer: Record<string, string>;
  icons: { color: string; outline: string };
  accentColor: string;
  supportsChannelFeatures: string;
  bots: {
    botId: string;
    scopes: string[];
    isNotificationOnly: boolean;
    supportsFiles: boolean;
    commandLists: { scopes: string[]; commands: Command[] }[];
  }[];
}

const LONGEST_SUFFIX = '-production'.length;
const manifest = JSON.parse(readText('teamsapp/manifest.json')) as Manifest;
const named = (text: string) => text.replace('${{APP_NAME_SUFFIX}}', 'x'.repeat(LONGEST_SUFFIX));
const bot = manifest.bots[0];

describe('the manifest', () => {
  it('asks Teams for a bot in personal chats and channels and for nothing else', () => {
    expect(Object.keys(manifest).sort()).toEqual(
      [
        '$schema',
        'accentColor',
        'bots',
        'description',
        'developer',
        'icons',
        'id',
        'manifestVersion',
        'name',
        'supportsChannelFeatures',
        'version',
      ].sort(),
    );
    expect(manifest.bots).toHaveLength(1);
    expect(bot?.scopes.toSorted()).toEqual(['personal', 'team']);
    expect(bot?.supportsFiles).toBe(false);
  });

  it('carries the version of the package it is released with', () => {
    const { version } = JSON.parse(readText('package.json')) as { version: string };
    expect(manifest.version).toBe(version);
  });

  it('declares the channel features without which Teams refuses a team bot from manifest 1.25 on', () => {
    expect(Number(manifest.manifestVersion.split('.')[1])).toBeGreaterThanOrEqual(25);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  it('lets people talk to the bot, since it answers', () => {
    expect(bot?.isNotificationOnly).toBe(false);
  });

  it('takes its ids and the publisher from the installation, not from the source', () => {
    expect(manifest.id).toBe('${{TEAMS_APP_ID}}');
    expect(bot?.botId).toBe('${{BOT_ID}}');
    for (const value of Object.values(manifest.developer)) expect(value).toMatch(/^\$\{\{DEVELOPER_[A-Z_]+\}\}$/);
  });

  it('keeps every text within what Teams shows, suffix included', () => {
    expect(named(manifest.name.short).length).toBeLessThanOrEqual(30);
    expect(named(manifest.name.full).length).toBeLessThanOrEqual(100);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.length).toBeLessThanOrEqual(4000);
    expect(manifest.accentColor).toMatch(/^#[0-9A-F]{6}$/i);
  });
});

describe('the command lists', () => {
  const lists = bot?.commandLists ?? [];
  const titles = (scope: string) =>
    lists.filter((list) => list.scopes.includes(scope)).flatMap((list) => list.commands.map((each) => each.title));

  it('serve each scope exactly once, within the numbers that Teams takes', () => {
    expect(lists.flatMap((list) => list.scopes).sort()).toEqual(['personal', 'team']);
    for (const { commands } of lists) {
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(new Set(commands.map((each) => each.title)).size).toBe(commands.length);
      for (const each of commands) expect(each.title.length).toBeLessThanOrEqual(128);
    }
  });

  it('offer subscribing where there is a channel to subscribe, and only there', () => {
    expect(titles('team')).toEqual(expect.arrayContaining(['subscribe this channel', 'unsubscribe this channel']));
    expect(titles('personal').filter((title) => title.includes('channel'))).toEqual([]);
  });

  it('offer help, one alert by its number and my roles everywhere', () => {
    for (const scope of ['team', 'personal'])
      expect(titles(scope)).toEqual(expect.arrayContaining(['help', 'show 1042', 'what may I do']));
  });

  it('hold only sentences that the bot understands as they stand', () => {
    const context = { now: new Date('2026-03-11T10:00:00Z'), timeZone: 'UTC' };
    const read = lists
      .flatMap((list) => list.commands)
      .map(({ title }) => [title, readSentence(title, context).command.command]);
    expect(read.filter(([, command]) => command === 'unknown')).toEqual([]);
  });
});

describe('the icons', () => {
  const color = readPng(readBytes(`teamsapp/${manifest.icons.color}`));
  const outline = readPng(readBytes(`teamsapp/${manifest.icons.outline}`));

  it('are 192 x 192 in full colour without a hole', () => {
    expect([color.width, color.height]).toEqual([192, 192]);
    expect(color.pixels.every((pixel) => pixel.alpha === 255)).toBe(true);
    expect(new Set(color.pixels.map((pixel) => `${pixel.red},${pixel.green},${pixel.blue}`)).size).toBeGreaterThan(10);
  });

  it('and 32 x 32 in pure white on nothing', () => {
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const drawn = outline.pixels.filter((pixel) => pixel.alpha > 0);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(outline.pixels.length / 2);
    expect(drawn.every((pixel) => pixel.red + pixel.green + pixel.blue === 3 * 255)).toBe(true);
  });
});
