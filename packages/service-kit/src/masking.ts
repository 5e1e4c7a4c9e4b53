const characters = (text: string) => Array.from(text.trim());

/** 张* for two characters, 王*明 for three, 欧**华 for more; the ends of a foreign name likewise. */
export function maskName(name: string): string {
  const all = characters(name);
  if (all.length <= 1) return '*';
  if (all.length === 2) return `${all[0]}*`;
  return `${all[0]}${'*'.repeat(all.length - 2)}${all.at(-1)}`;
}

/** 138****1234; anything shorter keeps nothing. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11
    ? `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`
    : '*'.repeat(phone.length);

/** 1101**********002X. */
export const maskIdNumber = (id: string): string =>
  id.length >= 15 ? `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}` : '*'.repeat(id.length);

/** z***@example.com: the first letter and where it is. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at > 0 ? `${characters(address)[0]}***${address.slice(at)}` : '***';
}
