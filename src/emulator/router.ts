// Finds the route for a method and path. What to answer when there is none is the server's.
import type { Room, Route, StreamRoute } from './room';

export type AnyRoute = Route | StreamRoute;

export interface RouteMatch {
  route: AnyRoute;
  params: Record<string, string>;
}

export type Finding = { found: RouteMatch } | { found: null; otherMethods: string[] };

export interface Router {
  /** Throws a URIError when a segment is no valid percent encoding. */
  find(method: string, path: string): Finding;
}

export function createRouter(rooms: Room[]): Router {
  const table = rooms.flatMap((room) => room.routes).map((route) => ({ route, segments: segmentsOf(route.path) }));
  return {
    find(method, path) {
      const segments = segmentsOf(path);
      const otherMethods: string[] = [];
      for (const entry of table) {
        const params = matchSegments(entry.segments, segments);
        if (params === null) continue;
        if (entry.route.method === method) return { found: { route: entry.route, params } };
        otherMethods.push(entry.route.method);
      }
      return { found: null, otherMethods };
    },
  };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(segment);
    else if (part !== segment) return null;
  }
  return params;
}
