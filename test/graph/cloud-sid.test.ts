import fc from 'fast-check';
import { cloudSidOf, objectIdOfCloudSid } from '../../src/graph/cloud-sid';

describe('a security identifier of the cloud', () => {
  test('spells an object id', () => {
    const sid = 'S-1-12-1-1943430372-1249052806-2496021943-3034400218';
    expect(objectIdOfCloudSid(sid)).toBe('73d664e4-0886-4a73-b745-c694da45ddb4');
  });

  test('is spelt by every object id, and back', () => {
    fc.assert(fc.property(fc.uuid(), (id) => expect(objectIdOfCloudSid(cloudSidOf(id))).toBe(id)));
  });

  test.each(['S-1-5-21-1-2-3-4', 'S-1-12-1-1-2-3', 'S-1-12-1-1-2-3-4294967296', 'S-1-12-1-1-2-3-4-5', ''])(
    '%j is none',
    (sid) => {
      expect(objectIdOfCloudSid(sid)).toBeNull();
    },
  );
});
