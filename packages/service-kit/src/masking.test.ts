import { expect, it } from 'vitest';
import { maskEmail, maskIdNumber, maskName, maskPhone } from './masking.ts';

it.each([
  ['王', '*'],
  ['张伟', '张*'],
  ['王建国', '王*国'],
  ['欧阳建华', '欧**华'],
  [' 李娜 ', '李*'],
  ['𠮷田太郎', '𠮷**郎'],
  ['', '*'],
])('the name %j reads %j', (name, masked) => expect(maskName(name)).toBe(masked));

it.each([
  ['13923456789', '139****6789'],
  ['+8613923456789', '+86*******6789'],
  ['12345', '*****'],
])('the phone %s reads %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

it.each([
  ['44030519880312001X', '4403**********001X'],
  ['123', '***'],
])('the ID number %s reads %s', (id, masked) => expect(maskIdNumber(id)).toBe(masked));

it.each([
  ['zhang.wei@example.com', 'z***@example.com'],
  ['a@b.cn', 'a***@b.cn'],
  ['nobody', '***'],
])('the address %s reads %s', (address, masked) => expect(maskEmail(address)).toBe(masked));
