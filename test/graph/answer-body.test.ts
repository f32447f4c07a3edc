import { readJsonBody } from '../../src/graph/answer-body';

const JSON_TYPE = { 'content-type': 'application/json;odata.metadata=minimal;charset=utf-8' };
const answer = (body: BodyInit | null, headers: Record<string, string> = JSON_TYPE, status = 200) =>
  readJsonBody(new Response(body, { status, headers }), 100);

describe('a body', () => {
  test('is read as JSON', async () => {
    await expect(answer('{"value":["é"]}')).resolves.toEqual({ value: ['é'] });
  });

  test('may be missing where the answer says so', async () => {
    await expect(answer(null, {}, 204)).resolves.toBeNull();
  });

  test.each([
    ['empty', '', JSON_TYPE],
    ['half a text', '{"value":[', JSON_TYPE],
    ['HTML', '{}', { 'content-type': 'text/html' }],
    ['of no type', '{}', { 'content-type': '' }],
    ['in another charset', '{}', { 'content-type': 'application/json; charset=iso-8859-1' }],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), JSON_TYPE],
  ])('is garbage when it is %s', async (_what, body, headers) => {
    await expect(answer(body, headers)).rejects.toMatchObject({ code: 'garbage', status: 200 });
  });

  test('is read up to its limit', async () => {
    await expect(answer(`"${'x'.repeat(98)}"`)).resolves.toHaveLength(98);
    await expect(answer(`"${'x'.repeat(99)}"`)).rejects.toMatchObject({ code: 'tooLarge' });
  });

  test('that breaks off is a lost answer', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"va'));
        controller.error(new TypeError('terminated'));
      },
    });
    await expect(answer(broken)).rejects.toMatchObject({ code: 'timedOut' });
  });
});
