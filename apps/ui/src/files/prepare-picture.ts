import { showsRedSeal } from './red-seal.rules.ts';

const widths = [2000, 1600, 1200, 1000, 800];
const qualities = [0.85, 0.7, 0.55, 0.4];
/** Wide enough for the ring of a seal. */
const seenWidth = 600;

/** A picture as it may be sent. `file` is undefined when nothing legible is below the limit; `sealed`: a red seal is seen (N10). */
export type Prepared = { file: File | undefined; sealed: boolean };

/** Looks for a seal, and makes a picture smaller than a limit of bytes where it is not (G4: 100 KB is little for a scan). What is no picture is left as it is. */
export async function preparePicture(file: File, limit: number): Promise<Prepared> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return { file: file.size < limit ? file : undefined, sealed: true };
  const sealed = showsRedSeal(pixelsOf(bitmap));
  const prepared = file.size < limit ? file : await shrunk(file.name, bitmap, limit);
  bitmap.close();
  return { file: prepared, sealed };
}

/** Smaller and plainer step by step, as JPEG. */
async function shrunk(name: string, bitmap: ImageBitmap, limit: number): Promise<File | undefined> {
  for (const width of widths.filter((one) => one <= Math.max(bitmap.width, 800))) {
    const { canvas } = drawn(bitmap, Math.min(1, width / bitmap.width));
    for (const quality of qualities) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size < limit) return new File([blob], name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
    }
  }
  return undefined;
}

function pixelsOf(bitmap: ImageBitmap): Uint8ClampedArray {
  const { canvas, context } = drawn(bitmap, Math.min(1, seenWidth / bitmap.width));
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

function drawn(bitmap: ImageBitmap, scale: number) {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return { canvas, context };
}
