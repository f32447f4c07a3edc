// Serves the Teams page: its html and css from the source tree, its modules from the build, and the libraries it
// draws with from their packages.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Reply, Route } from '../../room';

// Four folders up is the project's root, from the sources and from the build alike.
const ROOT = path.join(__dirname, '..', '..', '..', '..');
const SOURCES = path.join(ROOT, 'src', 'emulator', 'teams', 'page');
const BUILT = path.join(ROOT, 'dist', 'page', 'teams', 'page');
const FILE_NAME = /^[a-z][a-z-]*\.(js|css)$/;

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Cards come from a bot: no script, frame or address but the emulator's own; pictures may lie elsewhere. */
const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "frame-ancestors 'self'",
].join('; ');

const LIBRARIES: Record<string, string> = {
  'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it.js': 'markdown-it/dist/markdown-it.min.js',
};
/** chart.js does not export its browser build by name: it lies beside the module that it does export. */
const CHARTS = 'chart.umd.min.js';

const notFound: Reply = { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Not found.' };

async function file(full: string): Promise<Reply> {
  try {
    const type = CONTENT_TYPES[path.extname(full)] ?? 'text/plain; charset=utf-8';
    const headers = { 'content-type': type, 'cache-control': 'no-cache', 'content-security-policy': PAGE_POLICY };
    return { status: 200, headers, body: await readFile(full, 'utf8') };
  } catch {
    return notFound;
  }
}

function pageFile(name: string): Promise<Reply> | Reply {
  if (!FILE_NAME.test(name)) return notFound;
  return file(path.join(name.endsWith('.css') ? SOURCES : BUILT, name));
}

function library(name: string): Promise<Reply> | Reply {
  if (name === 'chart.js') return file(path.join(path.dirname(require.resolve('chart.js')), CHARTS));
  const inside = LIBRARIES[name];
  return inside === undefined ? notFound : file(require.resolve(inside));
}

/** `/teams`, its modules and style under `/teams/page/`, its libraries under `/teams/lib/`. */
export function pageRoutes(): Route[] {
  return [
    { method: 'GET', path: '/teams', handle: () => file(path.join(SOURCES, 'teams.html')) },
    { method: 'GET', path: '/teams/page/:file', handle: (request) => pageFile(request.params['file'] ?? '') },
    { method: 'GET', path: '/teams/lib/:file', handle: (request) => library(request.params['file'] ?? '') },
  ];
}
