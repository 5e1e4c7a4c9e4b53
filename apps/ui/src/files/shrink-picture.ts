const widths = [2000, 1600, 1200, 1000, 800];
const qualities = [0.85, 0.7, 0.55, 0.4];

/**
 * Makes a picture smaller than a limit of bytes (G4: 100 KB is little for a scan with a seal): smaller and plainer step by step, as JPEG.
 * Answers the file itself when it is small enough, and undefined when nothing legible fits.
 */
export async function shrinkPicture(file: File, limit: number): Promise<File | undefined> {
  if (file.size < limit) return file;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  for (const width of widths.filter((one) => one <= Math.max(bitmap.width, 800))) {
    const scale = Math.min(1, width / bitmap.width);
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    for (const quality of qualities) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size < limit) return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
    }
  }
  return undefined;
}
