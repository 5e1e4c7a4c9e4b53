import { z } from 'zod';
import { CalendarDate, CountyCode, Id, line, MobilePhone, StreetCode, text } from './common.ts';

export const maxDevices = 20_000;

/** System form of 手册 4.1 ④: M050–M062. */
export const SystemInput = z
  .strictObject({
    name: line(100).meta({ description: '系统名称' }),
    countyCode: CountyCode.meta({ description: '所在地址（省、市、区县）' }),
    streetCode: StreetCode.optional().meta({ description: '所在地址（街道）' }),
    addressDetail: line(200).meta({ description: '具体地址' }),
    deviceCount: z.int().min(1).max(maxDevices).meta({ description: '公共安全区域图像采集设备数量' }),
    hasSnapshot: z.boolean().meta({ description: '图像采集设备是否具备抓拍图片功能' }),
    retentionDays: z.int().min(1).max(3650).meta({ description: '视频图像信息存储期限（天）' }),
    safetyOfficerName: line(50).meta({ description: '安全负责人姓名' }),
    safetyOfficerPhone: MobilePhone.meta({ description: '安全负责人手机号' }),
    deviceTableId: Id.meta({ description: '图像采集设备信息表' }),
    /** Not on the manual's form; asked as an option because art. 14 counts its 30 days from it. */
    firstUseOn: CalendarDate.optional().meta({ description: '系统投入使用日期' }),
    remarks: text(500).optional().meta({ description: '备注信息' }),
  })
  .refine((s) => s.streetCode === undefined || s.streetCode.startsWith(s.countyCode), {
    error: 'division.street-elsewhere',
    path: ['streetCode'],
  })
  .meta({ id: 'SystemInput', description: '系统信息' });
export type SystemInput = z.infer<typeof SystemInput>;
