import { placeText } from './device-keys.rules.ts';

export type NamedPlace = { systemName: string; addressDetail: string };
// What is in every name says nothing about which system it is.
const generic = /公共安全|视频|图像|监控|安防|信息|采集|系统|平台|项目|工程/g;
const enough = 0.7;

/** Whether two systems of one unit in one county seem to be the same (I30): the same address, and the same or nearly the same name. */
export const seemSame = (a: NamedPlace, b: NamedPlace): boolean =>
  placeText(a.addressDetail) === placeText(b.addressDetail) && alike(a.systemName, b.systemName) >= enough;

/** 1 for the same name, 0 for nothing in common: the share of pairs of neighbouring characters (Dice). */
function alike(a: string, b: string): number {
  const [one, other] = [a, b].map((name) => placeText(name).replace(generic, ''));
  if (one === undefined || other === undefined || one === other) return 1;
  if (one !== '' && other !== '' && (one.includes(other) || other.includes(one))) return 1;
  const left = pairsOf(one);
  const right = pairsOf(other);
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / Math.max(1, left.length + right.length);
}

const pairsOf = (text: string): string[] => {
  const characters = Array.from(text);
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
};
