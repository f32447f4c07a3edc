// A security identifier that Entra made is the object id in other digits, so nobody has to be asked.

const CLOUD_SID = /^S-1-12-1-(\d{1,10})-(\d{1,10})-(\d{1,10})-(\d{1,10})$/i;
const MAX_UINT32 = 0xffff_ffff;

/** Object id (lower case) of `S-1-12-1-…`, whose four numbers are the GUID's bytes, little-endian; else null. */
export function objectIdOfCloudSid(sid: string): string | null {
  const numbers = CLOUD_SID.exec(sid)?.slice(1).map(Number) ?? [];
  if (numbers.length === 0 || numbers.some((number) => number > MAX_UINT32)) return null;
  const bytes = Buffer.alloc(16);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, index * 4));
  // A GUID's first three groups are numbers and so written the other way round than their bytes lie.
  const groups = [
    bytes.readUInt32LE(0).toString(16).padStart(8, '0'),
    bytes.readUInt16LE(4).toString(16).padStart(4, '0'),
    bytes.readUInt16LE(6).toString(16).padStart(4, '0'),
    bytes.toString('hex', 8, 10),
    bytes.toString('hex', 10),
  ];
  return groups.join('-');
}
