// The queue's page: html and css from the source tree, modules from the build.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Reply, Route } from '../room';

// Three folders up is the project's root, from the sources and from the build alike.
const ROOT = path.join(__dirname, '..', '..', '..');
const SOURCES = path.join(ROOT, 'src', 'emulator', 'portal', 'page');
const BUILT = path.join(ROOT, 'dist', 'page', 'portal', 'page');
const FILE_NAME = /^[a-z][a-z-]*\.(js|css|svg)$/;

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
};

/** Alerts hold text from outside: nothing is run or loaded but the page's own files. */
const PAGE_POLICY = "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

export function pageRoutes(): Route[] {
  return [
    { method: 'GET', path: '/portal', handle: () => file(path.join(SOURCES, 'portal.html')) },
    { method: 'GET', path: '/portal/page/:file', handle: ({ params }) => named(params['file'] ?? '') },
  ];
}

function named(name: string): Promise<Reply> | Reply {
  if (!FILE_NAME.test(name)) return { status: 404, body: 'Not found.' };
  return file(path.join(name.endsWith('.js') ? BUILT : SOURCES, name));
}

async function file(full: string): Promise<Reply> {
  try {
    const type = CONTENT_TYPES[path.extname(full)] ?? 'text/plain; charset=utf-8';
    const headers = { 'content-type': type, 'cache-control': 'no-cache', 'content-security-policy': PAGE_POLICY };
    return { status: 200, headers, body: await readFile(full) };
  } catch {
    return { status: 404, body: 'Not found.' };
  }
}
