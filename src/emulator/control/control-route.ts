// One route of the switchboard: a body is checked by its schema, and what is wrong with it is answered in words.
import * as z from 'zod/v4';
import type { EmulatorRequest, Reply, Route } from '../room';

/** `act` gets the checked body; what it returns is the body of a 200, undefined a 204, null a 404. */
export function controlRoute<Shape extends z.ZodType>(
  method: Route['method'],
  path: string,
  schema: Shape,
  act: (body: z.output<Shape>, request: EmulatorRequest) => unknown,
): Route {
  return {
    method,
    path: `/_emulator${path}`,
    handle(request): Reply {
      const body = schema.safeParse(request.body ?? {});
      if (!body.success) return { status: 400, body: { error: z.prettifyError(body.error) } };
      try {
        const answer = act(body.data, request);
        if (answer === null) return { status: 404, body: { error: 'there is no such thing' } };
        return answer === undefined ? { status: 204 } : { status: 200, body: answer };
      } catch (error) {
        return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
      }
    },
  };
}

export const noBody = z.object({});
