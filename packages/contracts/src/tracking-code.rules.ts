// No I, L, O and U: nothing that is read as something else, on paper or by telephone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bodyLength = 16;

/** ISO 7064 MOD 33,32 check character of a text of the alphabet: one wrong character or two swapped ones are always or nearly always found. */
function checkCharacter(body: string): string {
  let product = 32;
  for (const character of body) {
    const sum = (alphabet.indexOf(character) + product) % 32 || 32;
    product = (sum * 2) % 33;
  }
  return alphabet.charAt((33 - product) % 32);
}

/** The code as it is compared: capitals, without what people put between them; letters that are not in it read as the digits they look like. */
export const plainTrackingCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** Whether a plain code has the shape of one and its check character holds. */
export const trackingCodeHolds = (code: string): boolean =>
  code.length === bodyLength + 1 &&
  Array.from(code).every((character) => alphabet.includes(character)) &&
  checkCharacter(code.slice(0, bodyLength)) === code.charAt(bodyLength);

/** A tracking code of 80 bits, in groups as people read it, from ten random bytes. */
export function writeTrackingCode(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new RangeError(`a tracking code is made of 10 bytes, not ${bytes.length}`);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const body = Array.from({ length: bodyLength }, (_, i) =>
    alphabet.charAt(Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)),
  );
  const code = body.join('');
  return [...(code.match(/.{4}/g) ?? []), checkCharacter(code)].join('-');
}
