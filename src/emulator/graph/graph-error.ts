// A refusal in Graph's words; graph-route.ts puts it into the envelope.

export class GraphError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

export const badRequest = (message: string) => new GraphError(400, 'BadRequest', message);

/** What the alerts API says of a body with a wrong member or property. */
export const invalidBody = () => new GraphError(400, 'InvalidRequestBody', 'Request body is incorrect');

export const noSuchObject = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
