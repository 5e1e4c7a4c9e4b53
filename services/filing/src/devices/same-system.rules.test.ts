import { expect, it } from 'vitest';
import { seemSame } from './same-system.rules.ts';

const mall = { systemName: '海岸城购物中心视频监控系统', addressDetail: '粤海街道文心五路 33 号海岸城' };

it.each([
  ['the same name', mall.systemName],
  ['a name that says less', '海岸城购物中心监控'],
  ['a name that says more', '深圳海岸城购物中心公共安全视频图像信息系统'],
])('one address and %s seem to be one system', (_, systemName) => {
  expect(seemSame(mall, { systemName, addressDetail: '粤海街道，文心五路３３号（海岸城）' })).toBe(true);
});

it('another address or another name is another system', () => {
  expect(seemSame(mall, { ...mall, addressDetail: '粤海街道文心五路 35 号' })).toBe(false);
  expect(seemSame(mall, { ...mall, systemName: '地铁口停车场视频监控系统' })).toBe(false);
});

it('names of nothing but general words are the same', () => {
  expect(seemSame({ ...mall, systemName: '视频监控系统' }, { ...mall, systemName: '监控系统（平台）' })).toBe(true);
});
