import type { Notice, NoticeInput } from '@beian/contracts/content.ts';
import { staff } from './people.ts';

/** A notice that everybody reads; answers its id. */
export async function aPublishedNotice(notice: Omit<NoticeInput, 'effectiveFrom'>): Promise<string> {
  const editor = await staff('editor');
  const { id } = await editor.post<Notice>('/api/content/notices', { ...notice, effectiveFrom: '2026-01-01' });
  await editor.put(`/api/content/notices/${id}/publication`, { published: true, baseRevision: 1 });
  return id;
}
