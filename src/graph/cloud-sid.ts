// A security identifier that Entra made is the object id in other digits, so that nobody has to be asked for either.

const CLOUD_SID = /^S-1-12-1-(\d{1,10})-(\d{1,10})-(\d{1,10})-(\d{1,10})$/i;
const MAX_UINT32 = 0xffff_ffff;

/** Object id (lower case) of `S-1-12-1-…`, whose four numbers are the GUID's bytes, little-endian; else null. */
export function objectIdOfCloudSid(sid: string): string | null {
  const numbers = CLOUD_SID.exec(sid)?.slice(1).map(Number) ?? [];
  if (numbers.length === 0 || numbers.some((number) => number > MAX_UINT32)) return null;
  const bytes = Buffer.alloc(16);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, index * 4));
  return swapped(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** `S-1-12-1-…` of an object id. */
export function cloudSidOf(objectId: string): string {
  const bytes = swapped(Buffer.from(objectId.replaceAll('-', ''), 'hex'));
  return ['S-1-12-1', ...[0, 4, 8, 12].map((offset) => bytes.readUInt32LE(offset))].join('-');
}

/** A GUID's first three groups are numbers, written the other way round than their bytes lie. */
function swapped(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  other.subarray(0, 4).reverse();
  other.subarray(4, 6).reverse();
  other.subarray(6, 8).reverse();
  return other;
}
